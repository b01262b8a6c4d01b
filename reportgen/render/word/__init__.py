"""Word: a template in docxtpl's dialect becomes a document, read as a tree, mended and put together again."""
