import { implement, type Router } from '@orpc/server'
import { contract } from '../../shared/contract.ts'
import { createActionsRouter } from './actions/actions.router.ts'
import { createAccreditationRouter } from './accreditation/accreditation.router.ts'
import { createAgenciesRouter } from './accreditation/agencies.router.ts'
import { createAgreementsRouter } from './agreements/agreements.router.ts'
import { createAssessmentRouter } from './assessment/assessment.router.ts'
import { createSelfEvaluationRouter } from './assessment/self-evaluation.router.ts'
import { createAttachmentsRouter } from './attachments/attachments.router.ts'
import type { DataContext } from './context.ts'
import { createEvidenceRouter } from './evidence/evidence.router.ts'
import { createFrameworksRouter } from './frameworks/frameworks.router.ts'
import { createImportsRouter } from './imports/imports.router.ts'
import { createInstitutionRouter } from './institution/institution.router.ts'
import { createMinistryRouter } from './ministry/ministry.router.ts'
import { createMobilityRouter } from './mobility/mobility.router.ts'
import { createOverviewRouter } from './overview/overview.router.ts'
import { createPartnersRouter } from './partners/partners.router.ts'
import { guardDeeds } from './people/guard-deeds.ts'
import { createPeopleRouter } from './people/people.router.ts'
import { createProgrammesRouter } from './programmes/programmes.router.ts'
import { refusals } from './refusals.ts'
import { createReportsRouter } from './reports/reports.router.ts'
import { createSearchRouter } from './search/search.router.ts'
import { createStakeholdersRouter } from './stakeholders/stakeholders.router.ts'
import { createSurveysRouter } from './surveys/surveys.router.ts'
import { createViewsRouter } from './views/views.router.ts'
import type { ChangeHub } from './workspace/change-hub.ts'
import { createWorkspaceRouter } from './workspace/workspace.router.ts'
import type { WorkspaceSession } from './workspace/workspace-session.ts'

/**
 * Every procedure of the contract; one that is missing does not compile. Whatever fails leaves through `refusals`.
 * Its type is that of the contract: the inferred one is longer than the compiler writes out.
 */
export function createRouter(
  context: DataContext,
  session: WorkspaceSession,
  changes: ChangeHub,
): Router<typeof contract, object> {
  return implement(contract)
    .use(refusals(context.log))
    .use(guardDeeds(context))
    .router({
      workspace: createWorkspaceRouter(context, session, changes),
      institution: createInstitutionRouter(context),
      people: createPeopleRouter(context),
      frameworks: createFrameworksRouter(context),
      assessment: createAssessmentRouter(context),
      actions: createActionsRouter(context),
      selfEvaluation: createSelfEvaluationRouter(context),
      evidence: createEvidenceRouter(context),
      partners: createPartnersRouter(context),
      agreements: createAgreementsRouter(context),
      programmes: createProgrammesRouter(context),
      mobility: createMobilityRouter(context),
      stakeholders: createStakeholdersRouter(context),
      surveys: createSurveysRouter(context),
      attachments: createAttachmentsRouter(context),
      agencies: createAgenciesRouter(context),
      accreditation: createAccreditationRouter(context),
      ministry: createMinistryRouter(context),
      search: createSearchRouter(context),
      imports: createImportsRouter(context),
      reports: createReportsRouter(context),
      overview: createOverviewRouter(context),
      views: createViewsRouter(context),
    })
}
