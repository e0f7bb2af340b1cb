"""Planning, groups that meet again, and agendas from elsewhere."""
