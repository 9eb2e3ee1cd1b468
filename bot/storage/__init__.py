"""The database: the only place that knows SQLAlchemy. Fulfils the Protocols of the services."""
