"""What stands around the pages: start and stop, headers, the HTML shell, compression, routes for programs."""
