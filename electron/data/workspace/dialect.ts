/** The databases on which the same repositories run. SQLite is the workspace file; PostgreSQL serves an office. */
export type Dialect = 'sqlite' | 'postgres'
