"""Objects from clicks: what belongs to what a person pointed at."""
