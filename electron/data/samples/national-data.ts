import { z } from 'zod'
import nationalJson from '../../../resources/samples/national.json' with { type: 'json' }
import { localizedTextSchema } from '../../../shared/kernel/record.ts'

const nationalSchema = z.object({
  institution: z.object({ names: localizedTextSchema, city: localizedTextSchema }),
  /** Partners of the published year 2022/23 by country: 97 in 23 countries. */
  countries: z.record(z.string(), z.number().int()),
  /** Partners of programmes that ended before. */
  formerCountries: z.record(z.string(), z.number().int()),
  partnerName: localizedTextSchema,
  programmeName: localizedTextSchema,
  agreementTitle: localizedTextSchema,
  fields: z
    .array(z.object({ names: localizedTextSchema, codeDigits: z.string(), iscedF: z.string() }))
    .nonempty(),
  source: z.object({
    article: localizedTextSchema,
    /** The contingent is published; the number of programmes is computed. */
    articleDerived: localizedTextSchema,
    resolution: localizedTextSchema,
  }),
})

/** Names and places of the national sample; every record made of them is invented. */
export const nationalData = nationalSchema.parse(nationalJson)

/**
 * The published national totals of double-degree education, by academic year (year of its September).
 * Contingents of 2020/21 and 2021/22 and the 186 programmes: the article on double-degree education and quality
 * management; those of 2022/23, the 195 programmes, 97 partners and 23 countries: Government Resolution No. 248 of
 * 28.03.2023. Programmes by level of 2020/21 follow from the article's falls by 80 and 67; those of 2022/23 are not
 * published, and the split here is invented within the published total.
 */
export const nationalTotals = [
  { academicYear: 2020, learners: { bachelor: 674, master: 435, doctoral: 11 }, source: 'articleDerived' },
  { academicYear: 2021, learners: { bachelor: 557, master: 609, doctoral: 23 }, source: 'article' },
  { academicYear: 2022, learners: { bachelor: 650, master: 625, doctoral: 6 }, source: 'resolution' },
] as const

/** Programmes by level and the years in which they run; together they give the published numbers of every year. */
export const nationalProgrammes = [
  { level: 'bachelor', count: 68, firstYear: 2018, lastYear: null },
  { level: 'master', count: 114, firstYear: 2018, lastYear: null },
  { level: 'doctoral', count: 1, firstYear: 2019, lastYear: null },
  { level: 'doctoral', count: 3, firstYear: 2021, lastYear: null },
  { level: 'bachelor', count: 5, firstYear: 2022, lastYear: null },
  { level: 'master', count: 4, firstYear: 2022, lastYear: null },
  { level: 'bachelor', count: 80, firstYear: 2017, lastYear: 2020 },
  { level: 'master', count: 67, firstYear: 2017, lastYear: 2020 },
] as const
