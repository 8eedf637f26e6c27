import { Text } from '@mantine/core'
import type { EvidenceUse } from '../../shared/evidence/evidence.contract.ts'
import { useText } from '../app/i18n.ts'
import { RecordLink } from '../components/RecordLink.tsx'
import classes from './evidence.module.css'

type UseListProps = { readonly uses: readonly EvidenceUse[]; readonly areLinks?: boolean }

/** The criteria that use pieces of evidence, with cycle and scope. */
export function UseList({ uses, areLinks = false }: UseListProps) {
  const t = useText()
  return (
    <ul className={classes.list}>
      {uses.map((use) => {
        const title = t('evidence:uses.criterion', { code: use.criterion })
        return (
          <li key={`${use.answerId} ${use.evidenceId}`} className={classes.item}>
            <div className={classes.what}>
              {areLinks ? (
                <RecordLink
                  record={{ entity: 'assessment', id: use.assessmentId }}
                  search={{ criterion: use.criterion }}
                >
                  {title}
                </RecordLink>
              ) : (
                <Text size="sm" fw={600}>
                  {title}
                </Text>
              )}
              <Text size="xs" c="dimmed">
                {[use.framework.code.toUpperCase(), use.cycleName, use.assessmentTitle]
                  .filter((part) => part !== '')
                  .join(' · ')}
                {use.isCited ? ` · ${t('evidence:uses.cited')}` : ''}
              </Text>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
