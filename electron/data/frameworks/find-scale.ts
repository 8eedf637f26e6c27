import type { Scale } from '../../../shared/frameworks/scale.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { allScales } from './supplement.repository.ts'

/** The scale with this code, of the application or of the workspace. */
export const findScale = ({ supplement }: RecordCache, code: string): Scale | undefined =>
  allScales(supplement).find((scale) => scale.code === code)
