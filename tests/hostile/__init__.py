"""Files of people who mean no good; README.md says how to add one."""
