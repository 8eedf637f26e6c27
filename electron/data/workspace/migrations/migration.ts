import type { QueryExecutorProvider, SchemaModule } from 'kysely'
import type { Dialect } from '../dialect.ts'

/** What a migration may use: the schema builder and `sql` texts, but none of our types, which go on changing. */
export type MigrationTarget = QueryExecutorProvider & { readonly schema: SchemaModule }

export type Migration = { up(db: MigrationTarget, dialect: Dialect): Promise<void> }
