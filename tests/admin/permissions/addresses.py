"""Every address of the admin, with its blanks filled in from objects of a real site."""

from fnmatch import fnmatchcase

from django.urls import URLPattern, get_resolver, reverse

# What the blanks of an address stand for: the first line that fits "name blank". In the
# values, {…} is the key of one of the objects that ``objects.py`` makes.
BLANKS = """
wagtail_bulk_action app_label                    wagtailcore
wagtail_bulk_action model_name                   page
wagtail_bulk_action action                       delete
*:pages:action action_name                       publish
no_action action                                 publish
no_action pk                                     {draft}
*:workflow_action action_name                    approve
*:collect_workflow_action_data action_name       approve
*workflow* page_id                               {waiting}
*:revisions_unschedule page_id                   {scheduled}
*:revisions_unschedule revision_id               {scheduled_revision}
*:revisions_compare revision_id_?                live
*:convert_alias page_id                          {alias}
share_draft page_id                              {draft}
revoke_draft page_id                             {draft}
wagtailforms:* page_id                           {join}
* parent_page_id                                 {news}
*page_id                                         {article}
* page_pk                                        {article}
* page_to_move_id                                {article}
* destination_id                                 {news}
wagtailadmin_pages* pk                           {article}
withdraw_article pk                              {article}
digest* pk                                       {digest}
revoke_draft pk                                  {draft_link}
restore_page pk                                  {binned}
delete_page_for_good pk                          {binned}
page_reviewed pk                                 {home}
set_aside pk                                     {missing}
try_mail_again pk                                {waiting_mail}
delete_waiting_mail pk                           {waiting_mail}
*enquiry pk                                      {enquiry}
wagtailforms:* page_id                           {join}
handbook_page name                               drafts
handbook_picture name                            home
calendar_month year                              2026
calendar_month month                             11
wagtailadmin_api:pages:* pk                      {article}
wagtailadmin_api:documents:* pk                  {document}
wagtailadmin_api:images:* pk                     {image}
wagtailadmin_collections:* pk                    {collection}
wagtailadmin_workflows:*task pk                  {task}
wagtailadmin_workflows:* pk                      {workflow}
wagtailadmin_workflows:add_task app_label        wagtailcore
wagtailadmin_workflows:add_task model_name       groupapprovaltask
wagtailsettings:* app_name                       psgsite
wagtailsettings:* model_name                     organisationsettings
wagtailsettings:* pk                             {site}
wagtailsnippet*news_topic:* pk                   {topic}
wagtailsnippet*search_synonyms:* pk              {synonyms}
wagtailsites:* pk                                {site}
wagtailusers_users:* pk                          {other_user}
wagtailusers_groups:* pk                         {group}
wagtailimages_chooser:* pk                       {image}
wagtaildocs_chooser:* pk                         {document}
wagtailadmin_editing_sessions:* app_label        news
wagtailadmin_editing_sessions:* model_name       articlepage
wagtailadmin_editing_sessions:* object_id        {article}
wagtailadmin_editing_sessions:* session_id       {session}
wagtailadmin_tag* app_name                       taggit
wagtailadmin_tag* model_name                     tag
* content_type_app_name                          news
* content_type_model_name                        articlepage
*:choose_parent app_label                        news
*:choose_parent model_name                       articlepage
* revision_id                                    {revision}
* task_state_id                                  {task_state}
* task_id                                        {task}
* workflow_state_id                              {workflow_state}
* workflow_pk                                    {workflow}
* collection_id                                  {collection}
* redirect_id                                    {redirect}
* query_id                                       {query}
wagtaildocs:* uploaded_file_id                   {uploaded_document}
wagtailimages:* uploaded_file_id                 {uploaded_image}
* doc*_id                                        {document}
* image_id                                       {image}
* filter_spec                                    original
* uidb64                                         MQ
* token                                          set-password
"""
LINES = [line.rsplit(maxsplit=1) for line in BLANKS.strip().splitlines()]

# What can be done to many objects at once, and to which.
AT_ONCE = {
    "wagtailcore/page/delete": "article",
    "wagtailcore/page/move": "article",
    "wagtailcore/page/publish": "draft",
    "wagtailcore/page/unpublish": "article",
    "psgsite/image/delete": "image",
    "psgsite/image/add_tags": "image",
    "psgsite/image/add_to_collection": "image",
    "psgsite/document/delete": "document",
    "psgsite/document/add_tags": "document",
    "psgsite/document/add_to_collection": "document",
    "psgsite/user/delete": "other_user",
    "psgsite/user/assign_role": "other_user",
    "psgsite/user/set_active_state": "other_user",
    "news/topic/delete": "topic",
    "search/synonyms/delete": "synonyms",
}


def addresses(objects):
    """Yield (name, address) for each pattern under /admin/; a nameless one is its path."""
    for name, blanks in patterns():
        if name.startswith("/"):
            yield name, name
        elif name == "wagtail_bulk_action":
            for what, key in AT_ONCE.items():
                address = reverse(name, args=what.split("/"))
                yield f"{name} {what}", f"{address}?id={objects[key]}"
        else:
            filled = {blank: value_of(name, blank, objects) for blank in blanks}
            yield name, reverse(name, kwargs=filled)


def patterns(resolver=None, namespace="", route="/"):
    """Yield (name, blanks) of all patterns under /admin/."""
    for pattern in (resolver or get_resolver()).url_patterns:
        where = f"{route}{pattern.pattern}"
        if not where.startswith("/admin/"):
            continue
        if not isinstance(pattern, URLPattern):
            inner = (
                f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
            yield from patterns(pattern, inner, where)
        elif pattern.name:
            regex = pattern.pattern.regex
            yield f"{namespace}{pattern.name}", list(regex.groupindex)
        else:
            yield where.replace("^.*/$", "no-such-page/"), []


def value_of(name, blank, objects):
    for line, value in LINES:
        if fnmatchcase(f"{name} {blank}", line):
            return value.format(**objects)
    raise LookupError(
        f"The address {name} has a blank <{blank}>: add to BLANKS in {__file__} what it "
        "stands for."
    )
