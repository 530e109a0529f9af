"""What the store says about the ecosystem: one noun a module, each measure a function of store and selection."""
