"""Oscar's dashboard for staff: it reads everything and writes what no service of ours owns."""
