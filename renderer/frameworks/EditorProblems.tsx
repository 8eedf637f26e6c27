import { Anchor, Text, Title } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { itemsAt, spotOf } from '../../shared/frameworks/edit-framework.ts'
import type { FrameworkContent } from '../../shared/frameworks/framework.ts'
import { useText } from '../app/i18n.ts'
import type { FieldIssue } from '../components/record/field-issue.ts'
import classes from './frameworks.module.css'

type EditorProblemsProps = {
  readonly content: FrameworkContent
  readonly issues: readonly FieldIssue[]
  /** Goes to the field of a path. */
  readonly onGo: (path: string) => void
}

const rank = ({ severity }: FieldIssue): number => (severity === 'error' ? 0 : 1)

/** What is wrong with the draft, errors first, each with a way to its place. */
export function EditorProblems({ content, issues, onGo }: EditorProblemsProps) {
  const t = useText()
  const placeOf = (path: string): string => {
    const spot = spotOf(path)
    if (spot === null) return t('frameworks:head')
    const { part, standard, criterion } = itemsAt(content, spot)
    return (criterion ?? standard ?? part)?.code ?? t('frameworks:head')
  }
  return (
    <>
      <Title order={2} size="md">
        {t('frameworks:problems.title')} ({issues.length})
      </Title>
      {issues.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('frameworks:problems.none')}
        </Text>
      ) : null}
      <ul className={classes.problems}>
        {issues
          .toSorted((one, other) => rank(one) - rank(other))
          .map((issue, index) => {
            const Sign = issue.severity === 'error' ? IconAlertCircle : IconAlertTriangle
            return (
              <li key={`${issue.path}-${index}`} data-severity={issue.severity}>
                <Sign size={16} role="img" aria-label={t(`common:severity.${issue.severity}`)} />
                <div>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    fw={700}
                    onClick={() => onGo(issue.path)}
                  >
                    {placeOf(issue.path)}
                  </Anchor>{' '}
                  {issue.message}
                </div>
              </li>
            )
          })}
      </ul>
    </>
  )
}
