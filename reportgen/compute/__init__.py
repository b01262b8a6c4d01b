"""The counting room: typed data becomes figures with a pedigree. Pure, exact, no IO."""
