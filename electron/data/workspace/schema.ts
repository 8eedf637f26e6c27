import type { AgreementTables } from '../agreements/agreement.table.ts'
import type { AttachmentTables } from '../attachments/attachment.table.ts'
import type { ImportTables } from '../imports/import.table.ts'
import type { InstitutionTables } from '../institution/institution.table.ts'
import type { MinistryTables } from '../ministry/ministry.table.ts'
import type { CohortTables } from '../mobility/cohort.table.ts'
import type { PartnerTables } from '../partners/partner.table.ts'
import type { ProgrammeTables } from '../programmes/programme.table.ts'
import type { ViewTables } from '../views/view.table.ts'
import type { WorkspaceTables } from './workspace.table.ts'

/**
 * Every table of a workspace. A feature that stores something declares its tables in `<feature>/<name>.table.ts`,
 * adds them here and creates them in a new migration.
 */
export type Schema = WorkspaceTables &
  InstitutionTables &
  PartnerTables &
  AgreementTables &
  ProgrammeTables &
  CohortTables &
  AttachmentTables &
  MinistryTables &
  ImportTables &
  ViewTables
