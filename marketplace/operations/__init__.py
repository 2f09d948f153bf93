"""What keeps the site running: long jobs and their pages, parked work, backups."""
