"""What the program must survive, tried on the program itself: `script/bench reliability [NAME]`."""
