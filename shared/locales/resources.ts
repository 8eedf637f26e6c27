import kkCommon from './kk/common.json' with { type: 'json' }
import kkPartners from './kk/partners.json' with { type: 'json' }
import kkActions from './kk/actions.json' with { type: 'json' }
import kkAgreements from './kk/agreements.json' with { type: 'json' }
import kkAssessment from './kk/assessment.json' with { type: 'json' }
import kkFrameworks from './kk/frameworks.json' with { type: 'json' }
import kkAccreditation from './kk/accreditation.json' with { type: 'json' }
import kkEvidence from './kk/evidence.json' with { type: 'json' }
import kkPeople from './kk/people.json' with { type: 'json' }
import kkProgrammes from './kk/programmes.json' with { type: 'json' }
import kkMobility from './kk/mobility.json' with { type: 'json' }
import kkInstitution from './kk/institution.json' with { type: 'json' }
import kkAttachments from './kk/attachments.json' with { type: 'json' }
import kkImports from './kk/imports.json' with { type: 'json' }
import kkMinistry from './kk/ministry.json' with { type: 'json' }
import kkReports from './kk/reports.json' with { type: 'json' }
import kkOverview from './kk/overview.json' with { type: 'json' }
import kkPicture from './kk/picture.json' with { type: 'json' }
import kkSelfEvaluation from './kk/self-evaluation.json' with { type: 'json' }
import kkStakeholders from './kk/stakeholders.json' with { type: 'json' }
import kkSurveys from './kk/surveys.json' with { type: 'json' }
import kkSearch from './kk/search.json' with { type: 'json' }
import kkWorkspace from './kk/workspace.json' with { type: 'json' }
import kkShell from './kk/shell.json' with { type: 'json' }
import kkCli from './kk/cli.json' with { type: 'json' }
import kkErrors from './kk/errors.json' with { type: 'json' }
import kkRules from './kk/rules.json' with { type: 'json' }
import kkWords from './kk/words.json' with { type: 'json' }
import ruCommon from './ru/common.json' with { type: 'json' }
import ruPartners from './ru/partners.json' with { type: 'json' }
import ruActions from './ru/actions.json' with { type: 'json' }
import ruAgreements from './ru/agreements.json' with { type: 'json' }
import ruAssessment from './ru/assessment.json' with { type: 'json' }
import ruFrameworks from './ru/frameworks.json' with { type: 'json' }
import ruAccreditation from './ru/accreditation.json' with { type: 'json' }
import ruEvidence from './ru/evidence.json' with { type: 'json' }
import ruPeople from './ru/people.json' with { type: 'json' }
import ruProgrammes from './ru/programmes.json' with { type: 'json' }
import ruMobility from './ru/mobility.json' with { type: 'json' }
import ruInstitution from './ru/institution.json' with { type: 'json' }
import ruAttachments from './ru/attachments.json' with { type: 'json' }
import ruImports from './ru/imports.json' with { type: 'json' }
import ruMinistry from './ru/ministry.json' with { type: 'json' }
import ruReports from './ru/reports.json' with { type: 'json' }
import ruOverview from './ru/overview.json' with { type: 'json' }
import ruPicture from './ru/picture.json' with { type: 'json' }
import ruSelfEvaluation from './ru/self-evaluation.json' with { type: 'json' }
import ruStakeholders from './ru/stakeholders.json' with { type: 'json' }
import ruSurveys from './ru/surveys.json' with { type: 'json' }
import ruSearch from './ru/search.json' with { type: 'json' }
import ruWorkspace from './ru/workspace.json' with { type: 'json' }
import ruShell from './ru/shell.json' with { type: 'json' }
import ruCli from './ru/cli.json' with { type: 'json' }
import ruErrors from './ru/errors.json' with { type: 'json' }
import ruRules from './ru/rules.json' with { type: 'json' }
import ruWords from './ru/words.json' with { type: 'json' }
import enCommon from './en/common.json' with { type: 'json' }
import enPartners from './en/partners.json' with { type: 'json' }
import enActions from './en/actions.json' with { type: 'json' }
import enAgreements from './en/agreements.json' with { type: 'json' }
import enAssessment from './en/assessment.json' with { type: 'json' }
import enFrameworks from './en/frameworks.json' with { type: 'json' }
import enAccreditation from './en/accreditation.json' with { type: 'json' }
import enEvidence from './en/evidence.json' with { type: 'json' }
import enPeople from './en/people.json' with { type: 'json' }
import enProgrammes from './en/programmes.json' with { type: 'json' }
import enMobility from './en/mobility.json' with { type: 'json' }
import enInstitution from './en/institution.json' with { type: 'json' }
import enAttachments from './en/attachments.json' with { type: 'json' }
import enImports from './en/imports.json' with { type: 'json' }
import enMinistry from './en/ministry.json' with { type: 'json' }
import enReports from './en/reports.json' with { type: 'json' }
import enOverview from './en/overview.json' with { type: 'json' }
import enPicture from './en/picture.json' with { type: 'json' }
import enSelfEvaluation from './en/self-evaluation.json' with { type: 'json' }
import enStakeholders from './en/stakeholders.json' with { type: 'json' }
import enSurveys from './en/surveys.json' with { type: 'json' }
import enSearch from './en/search.json' with { type: 'json' }
import enWorkspace from './en/workspace.json' with { type: 'json' }
import enShell from './en/shell.json' with { type: 'json' }
import enCli from './en/cli.json' with { type: 'json' }
import enErrors from './en/errors.json' with { type: 'json' }
import enRules from './en/rules.json' with { type: 'json' }
import enWords from './en/words.json' with { type: 'json' }

/** Every text that people see, by language and namespace (a namespace is a feature, or `common`, `errors`, `rules`, `words`). */
export const resources = {
  kk: {
    common: kkCommon,
    partners: kkPartners,
    actions: kkActions,
    agreements: kkAgreements,
    assessment: kkAssessment,
    frameworks: kkFrameworks,
    accreditation: kkAccreditation,
    evidence: kkEvidence,
    people: kkPeople,
    programmes: kkProgrammes,
    mobility: kkMobility,
    institution: kkInstitution,
    attachments: kkAttachments,
    imports: kkImports,
    ministry: kkMinistry,
    reports: kkReports,
    overview: kkOverview,
    picture: kkPicture,
    'self-evaluation': kkSelfEvaluation,
    stakeholders: kkStakeholders,
    surveys: kkSurveys,
    search: kkSearch,
    workspace: kkWorkspace,
    shell: kkShell,
    cli: kkCli,
    errors: kkErrors,
    rules: kkRules,
    words: kkWords,
  },
  ru: {
    common: ruCommon,
    partners: ruPartners,
    actions: ruActions,
    agreements: ruAgreements,
    assessment: ruAssessment,
    frameworks: ruFrameworks,
    accreditation: ruAccreditation,
    evidence: ruEvidence,
    people: ruPeople,
    programmes: ruProgrammes,
    mobility: ruMobility,
    institution: ruInstitution,
    attachments: ruAttachments,
    imports: ruImports,
    ministry: ruMinistry,
    reports: ruReports,
    overview: ruOverview,
    picture: ruPicture,
    'self-evaluation': ruSelfEvaluation,
    stakeholders: ruStakeholders,
    surveys: ruSurveys,
    search: ruSearch,
    workspace: ruWorkspace,
    shell: ruShell,
    cli: ruCli,
    errors: ruErrors,
    rules: ruRules,
    words: ruWords,
  },
  en: {
    common: enCommon,
    partners: enPartners,
    actions: enActions,
    agreements: enAgreements,
    assessment: enAssessment,
    frameworks: enFrameworks,
    accreditation: enAccreditation,
    evidence: enEvidence,
    people: enPeople,
    programmes: enProgrammes,
    mobility: enMobility,
    institution: enInstitution,
    attachments: enAttachments,
    imports: enImports,
    ministry: enMinistry,
    reports: enReports,
    overview: enOverview,
    picture: enPicture,
    'self-evaluation': enSelfEvaluation,
    stakeholders: enStakeholders,
    surveys: enSurveys,
    search: enSearch,
    workspace: enWorkspace,
    shell: enShell,
    cli: enCli,
    errors: enErrors,
    rules: enRules,
    words: enWords,
  },
} as const
