"""Line mode: the same game as plain lines of text."""
