class StagingMiddleware:
    """Asks search engines to forget every answer of a site that is only for trying out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response
