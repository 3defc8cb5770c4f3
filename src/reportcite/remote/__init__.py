"""Files elsewhere: objects of S3, Google Cloud Storage and Azure, and addresses of the web."""
