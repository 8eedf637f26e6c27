import { z } from 'zod'
import { type Crosswalk, crosswalkSchema } from '../../../shared/frameworks/crosswalk.ts'
import { checkCrosswalk } from '../../../shared/frameworks/crosswalk-rules.ts'
import { type FrameworkContent, frameworkContentSchema } from '../../../shared/frameworks/framework.ts'
import { checkFramework } from '../../../shared/frameworks/framework-rules.ts'
import { type Scale, scaleSchema } from '../../../shared/frameworks/scale.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import { errorAt, type Problem } from '../../../shared/kernel/problem.ts'
import type { FileGrants } from '../files.ts'

/** Our largest framework has 140 kB; a file of megabytes is something else. */
const largestFile = 5 * 1024 * 1024

/** So many problems are named; the first ones usually explain the rest. */
const namedProblems = 50

/** What a file must say about itself before its content is read. */
const headSchema = z.object({
  format: z.enum(['qosdiplom-framework', 'qosdiplom-crosswalk', 'qosdiplom-scale']),
  formatVersion: z.number().int(),
})

/** What a file holds that `frameworks.load` takes. */
export type FrameworkFile = FrameworkContent | Crosswalk | Scale

/**
 * The framework, crosswalk or scale in a file; the codes of a crosswalk are held against the frameworks given. Refuses with `framework-file-too-large`, with `framework-file-unreadable` what is not a
 * framework file at all, with `framework-file-newer` one of a later program, and with `framework-file-invalid`, naming
 * the problems, one that breaks the format or the rules.
 */
export async function readFrameworkFile(
  files: FileGrants,
  file: FileGrant,
  frameworks: readonly FrameworkContent[],
): Promise<FrameworkFile> {
  if ((await files.size(file)) > largestFile)
    throw new AppError('framework-file-too-large', { limit: largestFile / 1024 / 1024 })
  const data = parseJson(await files.read(file), file.name)
  const head = headSchema.safeParse(data)
  if (!head.success) throw new AppError('framework-file-unreadable', { name: file.name })
  if (head.data.formatVersion > 1) throw new AppError('framework-file-newer', { name: file.name })
  const problems: Problem[] = []
  const content = parseContent(head.data.format, data, problems)
  if (content === null) throw invalid(file.name, problems)
  const errors = rulesBroken(content, frameworks)
  if (errors.length > 0) throw invalid(file.name, errors)
  return content
}

const schemas = {
  'qosdiplom-framework': frameworkContentSchema,
  'qosdiplom-crosswalk': crosswalkSchema,
  'qosdiplom-scale': scaleSchema,
}

/** The data as its format says; null: it breaks the format, and the problems say where. */
function parseContent(
  format: keyof typeof schemas,
  data: unknown,
  problems: Problem[],
): FrameworkFile | null {
  const schema: z.ZodType<FrameworkFile> = schemas[format]
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  problems.push(...parsed.error.issues.flatMap(shapeProblems))
  return null
}

function rulesBroken(content: FrameworkFile, frameworks: readonly FrameworkContent[]): Problem[] {
  if (content.format === 'qosdiplom-framework')
    return checkFramework(content).filter(({ severity }) => severity === 'error')
  if (content.format === 'qosdiplom-scale') return []
  return checkCrosswalk(content, frameworks)
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    // Without the byte order mark that some editors write.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('framework-file-unreadable', { name })
  }
}

/** One problem for the value that the issue is about, or for each value that should not be there. */
function shapeProblems(issue: z.core.$ZodIssue): Problem[] {
  const at = issue.path.map(String)
  const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at]
  return places.map((place) => {
    const field = place.join('.')
    return errorAt('framework-file-shape', field, { field })
  })
}

function invalid(name: string, problems: readonly Problem[]): AppError {
  return new AppError(
    'framework-file-invalid',
    { name, count: problems.length },
    problems.slice(0, namedProblems),
  )
}
