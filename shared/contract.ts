import { actionsContract } from './actions/actions.contract.ts'
import { accreditationContract, agenciesContract } from './accreditation/accreditation.contract.ts'
import { agreementsContract } from './agreements/agreements.contract.ts'
import { assessmentContract } from './assessment/assessment.contract.ts'
import { selfEvaluationContract } from './assessment/report/self-evaluation.contract.ts'
import { attachmentsContract } from './attachments/attachments.contract.ts'
import { evidenceContract } from './evidence/evidence.contract.ts'
import { frameworksContract } from './frameworks/frameworks.contract.ts'
import { importsContract } from './imports/imports.contract.ts'
import { institutionContract } from './institution/institution.contract.ts'
import { ministryContract } from './ministry/ministry.contract.ts'
import { mobilityContract } from './mobility/mobility.contract.ts'
import { overviewContract } from './overview/overview.contract.ts'
import { partnersContract } from './partners/partners.contract.ts'
import { peopleContract } from './people/people.contract.ts'
import { programmesContract } from './programmes/programmes.contract.ts'
import { reportsContract } from './reports/reports.contract.ts'
import { stakeholdersContract } from './stakeholders/stakeholders.contract.ts'
import { surveysContract } from './surveys/surveys.contract.ts'
import { searchContract } from './search/search.contract.ts'
import { viewsContract } from './views/views.contract.ts'
import { workspaceContract } from './workspace/workspace.contract.ts'

/** The one contract between the data service and everyone who uses it: the page, the command line, tests. */
export const contract = {
  workspace: workspaceContract,
  institution: institutionContract,
  people: peopleContract,
  frameworks: frameworksContract,
  assessment: assessmentContract,
  actions: actionsContract,
  selfEvaluation: selfEvaluationContract,
  evidence: evidenceContract,
  partners: partnersContract,
  agreements: agreementsContract,
  programmes: programmesContract,
  mobility: mobilityContract,
  stakeholders: stakeholdersContract,
  surveys: surveysContract,
  attachments: attachmentsContract,
  agencies: agenciesContract,
  accreditation: accreditationContract,
  search: searchContract,
  imports: importsContract,
  ministry: ministryContract,
  reports: reportsContract,
  overview: overviewContract,
  views: viewsContract,
}
