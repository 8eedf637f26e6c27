import { NavLink, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerHead } from '../../shared/assessment/answer.ts'
import type { OpenAssessment } from '../../shared/assessment/assessment.contract.ts'
import { sectionOf } from '../../shared/assessment/assessment.ts'
import { standardsOf } from '../../shared/frameworks/framework.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useWorkingPerson } from '../people/use-may.ts'
import { LevelMark, StageBadge } from './answer-look.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import classes from './assessment.module.css'

type StandardsNavProps = {
  readonly open: OpenAssessment
  readonly at: string
  /** Instant of the last look before this one; empty: the first look. */
  readonly lastLook: string
  readonly onGo: (place: string) => void
}

/** The standards with how far they are, and the criteria of the opened ones. */
export function StandardsNav({ open, at, lastLook, onGo }: StandardsNavProps) {
  const t = useText()
  const language = useLanguage()
  const me = useWorkingPerson()
  const { content, summary, answers } = open
  const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]))
  const standards = standardsOf(content)
  const here = standards.find(
    ({ code, criteria }) => at === `section:${code}` || criteria.some((criterion) => criterion.code === at),
  )?.code
  // The standard one works in is open unless it was folded by hand.
  const [unfolded, setUnfolded] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isOpened = (code: string): boolean => unfolded.get(code) ?? code === here
  const isNews = (answer: AnswerHead | undefined) =>
    lastLook !== '' &&
    answer !== undefined &&
    answer.updatedAt > lastLook &&
    (me === null || answer.writtenById !== me.id)
  return (
    <nav className={classes.standards} aria-label={t('assessment:work.standards')}>
      {standards.map((standard) => {
        const score = summary.standards.find((each) => each.standard === standard.code)
        const { isLocked } = sectionOf(summary, standard.code)
        const title = `${standard.code} ${nameIn(standard.title, language)}`
        const criteria = standard.criteria.filter(({ onlyFor }) => onlyFor === null || summary.isDoubleDegree)
        const news = criteria.filter(({ code }) => isNews(byCriterion.get(code))).length
        return (
          <NavLink
            key={standard.code}
            component="button"
            type="button"
            label={title}
            aria-expanded={isOpened(standard.code)}
            opened={isOpened(standard.code)}
            onClick={() => setUnfolded(new Map(unfolded).set(standard.code, !isOpened(standard.code)))}
            leftSection={
              isLocked ? (
                <IconLock size={16} role="img" aria-label={t('assessment:section.locked')} />
              ) : undefined
            }
            description={
              score === undefined ? undefined : (
                <>
                  <ProgressLine {...score} label={t('assessment:progress.title', { of: standard.code })} />
                  {news === 0 ? null : (
                    <Text span size="xs" c="var(--qos-info)" fw={700}>
                      {t('assessment:work.news', { count: news })}
                    </Text>
                  )}
                </>
              )
            }
          >
            {criteria.map(({ code, text }) => {
              const answer = byCriterion.get(code)
              return (
                <NavLink
                  key={code}
                  component="button"
                  type="button"
                  active={at === code}
                  aria-current={at === code ? 'true' : undefined}
                  onClick={() => onGo(code)}
                  leftSection={
                    <LevelMark level={answer?.level ?? 0} notApplicable={answer?.notApplicable ?? null} />
                  }
                  label={`${code} ${shortened(nameIn(text, language))}`}
                  description={
                    answer === undefined ? undefined : (
                      <>
                        {answer.stage === 'draft' ? null : <StageBadge stage={answer.stage} />}
                        {isNews(answer) ? (
                          <Text span size="xs" c="var(--qos-info)" fw={700}>
                            {' '}
                            {t('assessment:work.changed')}
                          </Text>
                        ) : null}
                      </>
                    )
                  }
                />
              )
            })}
            <NavLink
              component="button"
              type="button"
              active={at === `section:${standard.code}`}
              onClick={() => onGo(`section:${standard.code}`)}
              label={t('assessment:section.title', { standard: standard.code })}
            />
          </NavLink>
        )
      })}
    </nav>
  )
}

const longest = 90

function shortened(text: string): string {
  if (text.length <= longest) return text
  return `${text.slice(0, text.lastIndexOf(' ', longest))}…`
}
