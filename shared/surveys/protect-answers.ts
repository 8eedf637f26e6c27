import type { SurveyGroup, SurveyQuestion } from './survey.ts'

/** Fewer answers than this are not published and not stored: they could be traced to a person. */
export const smallestGroup = 5

/** A group as it was read, with its counts per question. */
export type RawGroup = Omit<SurveyGroup, 'isPooled'> & { readonly counts: readonly (readonly number[])[] }

/** Results as they were read, before small groups are taken out. The groups share out the answers among them. */
export type RawResults = {
  readonly answered: number
  readonly questions: readonly (Omit<SurveyQuestion, 'counts' | 'groups'> & {
    readonly counts: readonly number[]
  })[]
  readonly groups: readonly RawGroup[]
}

export type ProtectedResults = {
  readonly groups: SurveyGroup[]
  readonly questions: SurveyQuestion[]
  /** Programmes that are not shown by themselves. */
  readonly pooled: number
}

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0)

/** Whether so many answers could be traced to people: more than none, fewer than five. */
export const isTooSmall = (answers: number): boolean => answers > 0 && answers < smallestGroup

type Pooled = { group: SurveyGroup; counts: readonly (readonly number[])[] }

/**
 * Takes out everything that fewer than five people answered, also what a subtraction would bring back:
 * programmes with fewer than five answers become one pooled group; while that is below five too, the next smallest
 * programme joins it, because "all less the others" would show it. The same is done for each question, whose answers may
 * be fewer than those of the survey. What is taken out is not stored anywhere.
 */
export function protectAnswers(raw: RawResults): ProtectedResults {
  const groups = poolGroups(raw.groups)
  return {
    groups: groups.map(({ group }) => group),
    questions: raw.questions.map((question, place) => protectQuestion(question, groups, place)),
    pooled:
      groups.length === 0 ? raw.groups.length : raw.groups.length - groups.filter(isShownByItself).length,
  }
}

const isShownByItself = ({ group }: Pooled): boolean => !group.isPooled

/** The groups of at least five answers, the pooled one last; none when fewer than two are left to compare. */
function poolGroups(groups: readonly RawGroup[]): Pooled[] {
  const sorted = groups.filter(({ answered }) => answered > 0).toSorted((a, b) => b.answered - a.answered)
  const pool: RawGroup[] = []
  while (isTooSmall(sorted.at(-1)?.answered ?? 0) || isTooSmall(answersOf(pool))) {
    const smallest = sorted.pop()
    if (smallest === undefined) break
    pool.push(smallest)
  }
  const shown = sorted.map(({ counts, ...group }): Pooled => ({
    group: { ...group, isPooled: false },
    counts,
  }))
  const all = pool.length === 0 ? shown : [...shown, together(pool)]
  return all.length < 2 ? [] : all
}

const answersOf = (groups: readonly RawGroup[]): number => sumOf(groups.map(({ answered }) => answered))

function together(pool: readonly RawGroup[]): Pooled {
  const [first] = pool
  const counts = (first?.counts ?? []).map((points, question) =>
    points.map((_point, place) => sumOf(pool.map((group) => group.counts[question]?.[place] ?? 0))),
  )
  return {
    group: { programmeId: null, name: '', answered: answersOf(pool), isPooled: true },
    counts,
  }
}

function protectQuestion(
  { counts, ...question }: RawResults['questions'][number],
  groups: readonly Pooled[],
  place: number,
): SurveyQuestion {
  if (isTooSmall(sumOf(counts))) return { ...question, counts: null, groups: groups.map(() => null) }
  const own = groups.map((group) => group.counts[place] ?? [])
  const hidden = hiddenGroups(own.map(sumOf))
  return {
    ...question,
    counts: [...counts],
    groups: own.map((points, index) => (hidden.has(index) ? null : [...points])),
  }
}

/**
 * The groups whose counts stay hidden: those below five, and as many of the next smallest as it takes until the hidden
 * ones are five answers together, so that the total less the shown ones says nothing about fewer.
 */
export function hiddenGroups(answers: readonly number[]): ReadonlySet<number> {
  const bySize = answers
    .map((answered, index) => ({ answered, index }))
    .filter(({ answered }) => answered > 0)
    .toSorted((a, b) => a.answered - b.answered)
  const hidden = new Set<number>()
  let together = 0
  for (const { answered, index } of bySize) {
    if (!isTooSmall(answered) && !isTooSmall(together)) break
    hidden.add(index)
    together += answered
  }
  return hidden
}
