"""Who may open what in the admin. Change it knowingly: the tests follow it.

A row is for all addresses whose name fits it; where several do, the longest row counts.
"yes" is what the role may open and send, "no" is refused, "404" isn't there for the role,
and "yes/no" is opened, but what is sent is refused.
"""

from fnmatch import fnmatchcase

ROLES = ["Membership", "Editor", "Publisher", "Administrator"]

TABLE = """
#                                        Membership Editor Publisher Administrator
# Everyone who signs in
wagtailadmin_home                               yes    yes    yes    yes
wagtailadmin_account                            yes    yes    yes    yes
wagtailadmin_dismissibles                       yes    yes    yes    yes
wagtailadmin_editing_sessions:ping              404    yes    yes    yes
wagtailadmin_editing_sessions:release           yes    yes    yes    yes
wagtailadmin_block_preview                      404    404    404    404
choose_password                                 yes    yes    yes    yes
own_session                                     yes    yes    yes    yes
handbook*                                       yes    yes    yes    yes
/admin/test404/                                 yes    yes    yes    yes
/admin/no-such-page/                            404    404    404    404
wagtailadmin_sprite                             yes    yes    yes    yes
wagtailadmin_login                              yes    yes    yes    yes
wagtailadmin_password_reset*                    yes    yes    yes    yes
wagtailadmin_javascript_catalog                 yes    yes    yes    yes

# Pages: an editor writes, a publisher publishes
wagtailadmin_explore*                           no     yes    yes    yes
wagtailadmin_pages:*                            no     yes    yes    yes
wagtailadmin_pages:choose_parent                yes    yes    yes    yes
wagtailadmin_pages:revisions_index              yes    yes    yes    yes
wagtailadmin_pages:confirm_workflow_cancellation  yes  yes    yes    yes
wagtailadmin_pages:delete                       no     no     yes    yes
wagtailadmin_pages:unpublish                    no     no     yes    yes
wagtailadmin_pages:convert_alias                no     no     yes    yes
wagtailadmin_pages:move                         no     no     yes    yes
wagtailadmin_pages:move_confirm                 yes/no yes/no yes    yes
wagtailadmin_pages:set_page_position            no     no     yes    yes
wagtailadmin_pages:set_privacy                  no     no     yes    yes
wagtailadmin_pages:lock                         no     no     yes    yes
wagtailadmin_pages:unlock                       no     no     yes    yes
wagtailadmin_pages:workflow_action              no     no     yes    yes
wagtailadmin_pages:workflow_preview             no     no     yes    yes
wagtailadmin_pages:collect_workflow_action_data no     no     yes    yes
wagtailadmin_pages:revisions_unschedule         no     no     yes    yes
withdraw_article                                no     no     yes    yes
digest*                                         no     no     yes    yes
new_article                                     no     yes    yes    yes
page_reviewed                                   no     yes    yes    yes
share_draft                                     no     yes    yes    yes
revoke_draft                                    no     yes    yes    yes
restore_page                                    no     yes    yes    yes
delete_page_for_good                            no     no     no     yes
calendar*                                       no     yes    yes    yes
wagtail_bulk_action wagtailcore/page/*          yes    yes    yes    yes

# What the admin's own windows ask for
wagtailadmin_api:*:listing                      yes    yes    yes    yes
wagtailadmin_api:*:find                         404    404    404    404
wagtailadmin_api:pages:detail                   404    yes    yes    yes
wagtailadmin_api:documents:detail               yes    yes    yes    yes
wagtailadmin_api:images:detail                  yes    yes    yes    yes
wagtailadmin_api:pages:action                   404    404    404    404
no_action                                       404    404    404    404
wagtailadmin_choose_page*                       yes    yes    yes    yes
wagtailadmin_tag*_autocomplete                  yes    yes    yes    yes

# Pictures and documents of somebody else
wagtailimages:*                                 no     no     yes    yes
wagtailimages:index*                            no     yes    yes    yes
wagtailimages:add*                              no     yes    yes    yes
wagtailimages:url_generator*                    no     404    404    404
wagtailimages:*_upload*                         no     no     no     no
wagtailimages_chooser:*                         yes    yes    yes    yes
wagtailimages_chooser:chosen                    no     yes    yes    yes
wagtailimages_chooser:create                    no     yes    yes    yes
wagtailimages_chooser:select_format             no     yes    yes    yes
wagtail_bulk_action psgsite/image/*             yes    yes    yes    yes
wagtaildocs:*                                   no     no     yes    yes
wagtaildocs:index*                              no     yes    yes    yes
wagtaildocs:add*                                no     yes    yes    yes
wagtaildocs:*_upload*                           no     no     no     no
wagtaildocs_chooser:*                           yes    yes    yes    yes
wagtaildocs_chooser:chosen                      no     yes    yes    yes
wagtaildocs_chooser:create                      no     yes    yes    yes
wagtail_bulk_action psgsite/document/*          yes    yes    yes    yes

# Reports
wagtailadmin_reports:*                          no     yes    yes    yes
wagtailadmin_reports:site_history*              yes    yes    yes    yes
wagtailadmin_reports:locked_pages*              no     no     yes    yes
documents_without_text*                         no     yes    yes    yes
waiting_mails*                                  yes    no     yes    yes
try_mail_again                                  yes    no     yes    yes
delete_waiting_mail                             yes    no     yes    yes
searches_report*                                no     yes    yes    yes
bin*                                            no     yes    yes    yes
my_drafts*                                      no     yes    yes    yes
my_reviews*                                     no     yes    yes    yes
scheduled_pages*                                no     yes    yes    yes
published_pages*                                no     yes    yes    yes
lacking_articles*                               no     yes    yes    yes
broken_links*                                   no     yes    yes    yes
unreviewed_pages*                               no     yes    yes    yes

# What readers search for
promote                                         no     yes    yes    yes
wagtailsearchpromotions:*                       no     yes    yes    yes
wagtailsearchpromotions:chooser*                yes    yes    yes    yes
wagtailsearchpromotions:search_terms*           no     no     no     yes
wagtailsnippets_search_synonyms:*               no     yes    yes    yes
wagtailsnippetchoosers_*                        yes    yes    yes    yes
wagtailsnippetchoosers_search_synonyms:create   no     yes    yes    yes
wagtail_bulk_action search/synonyms/delete      yes    yes    yes    yes

# Topics, old addresses and the organisation: readers see a change at once
wagtailsnippets:index                           no     no     no     no
wagtailsnippets_news_topic:*                    no     no     yes    yes
wagtailsnippetchoosers_news_topic:create        no     no     yes    yes
wagtail_bulk_action news/topic/delete           yes    yes    yes    yes
wagtailredirects:*                              no     no     yes    yes
missing_addresses*                              no     no     yes    yes
make_redirect                                   no     no     yes    yes
set_aside                                       no     no     yes    yes
wagtailsettings:edit                            no     no     yes    yes
wagtailsettings:preview_on_edit                 no     no     404    404

# What readers send with the form for joining
enquiries                                       yes    no     no     yes
enquiry                                         yes    no     no     yes
handle_enquir*                                  yes    no     no     yes
delete_enquiry                                  yes    no     no     yes
one_person                                      yes    no     no     yes

# Wagtail's own list of what forms were sent: empty, as the enquiries are elsewhere
wagtailforms:index*                             no     yes    yes    yes
wagtailforms:*                                  no     no     no     no

# The administrator's
wagtailusers_*                                  no     no     no     yes
wagtail_bulk_action psgsite/user/*              no     no     no     yes
wagtailsites:*                                  no     no     no     yes
wagtailadmin_collections:*                      no     no     no     yes
wagtailadmin_collections:delete                 404    404    404    yes
wagtailadmin_workflows:*                        no     no     no     yes
wagtailadmin_workflows:task_chooser*            yes    yes    yes    yes
wagtailadmin_workflows:task_chosen              yes    yes    yes    yes
"""
LINES = [line.rsplit(maxsplit=4) for line in TABLE.splitlines()]
ROWS = {row: cells for row, *cells in filter(None, LINES) if not row.startswith("#")}

# What can be opened without signing in.
OPEN = [
    "*_sprite",
    "*_login",
    "*_password_reset*",
    "*_catalog",
    "*:action",
    "no_action",
]


def row_of(name):
    """The row for an address, or None where it has none yet."""
    fitting = [row for row in ROWS if fnmatchcase(name, row)]
    return max(fitting, key=len, default=None)


def is_open(name):
    return any(fnmatchcase(name, pattern) for pattern in OPEN)
