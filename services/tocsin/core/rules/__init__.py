"""Rule text to a compiled rule set; facts and rule set to matches, explained."""
