"""What leaves the library: pages, issues and articles in forms other programs read."""
