import agencyKz from '../../../../resources/report-templates/agency-kz.2026.json' with { type: 'json' }
import esgGeneral from '../../../../resources/report-templates/esg-general.2026.json' with { type: 'json' }
import {
  type ReportTemplate,
  reportTemplateSchema,
} from '../../../../shared/assessment/report/report-template.ts'

/** The structures that a self-evaluation report can have, the general one first. */
export const reportTemplates: readonly ReportTemplate[] = [esgGeneral, agencyKz].map((data) =>
  reportTemplateSchema.parse(data),
)
