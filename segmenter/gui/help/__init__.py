"""What explains the program: keys, the guide, the first minute."""
