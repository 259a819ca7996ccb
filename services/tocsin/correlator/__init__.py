"""The correlator: folds matches into stories and tells of what is new; state in Faust tables."""
