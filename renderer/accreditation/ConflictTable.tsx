import { Button, Table, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { ComparedPart, Conflict, Statement } from '../../shared/accreditation/conflicts.ts'
import { formatDay } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { RecordLink } from '../components/RecordLink.tsx'
import classes from './accreditation.module.css'
import { LetterDialog } from './LetterDialog.tsx'

const parts = ['validFrom', 'validTo', 'decision'] as const

/** Where the sources disagree: what each says, the parts that differ in bold, and the letter to the agency. */
export function ConflictTable({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const t = useText()
  const [writing, setWriting] = useState<string | null>(null)
  if (conflicts.length === 0) return <Text c="dimmed">{t('accreditation:plan.noConflicts')}</Text>
  return (
    <>
      <Table className={classes.conflicts} aria-label={t('accreditation:plan.conflictsTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('accreditation:field.source')}</Table.Th>
            {parts.map((part) => (
              <Table.Th key={part}>{t(`accreditation:field.${part}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {conflicts.map((conflict) => (
            <Fragment key={conflict.statements[0]?.id}>
              <Table.Tr className={classes.conflictHead}>
                <Table.Th colSpan={3} scope="rowgroup">
                  {conflict.objectName} · {conflict.agencyName}
                </Table.Th>
                <Table.Td>
                  <Button
                    variant="light"
                    size="compact-sm"
                    leftSection={<IconMail size={16} aria-hidden />}
                    onClick={() => setWriting(conflict.statements[0]?.id ?? null)}
                  >
                    {t('accreditation:letter.open')}
                  </Button>
                </Table.Td>
              </Table.Tr>
              {conflict.statements.map((statement) => (
                <StatementRow key={statement.id} statement={statement} differs={conflict.differs} />
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
      {writing === null ? null : <LetterDialog accreditationId={writing} onClose={() => setWriting(null)} />}
    </>
  )
}

type StatementRowProps = { readonly statement: Statement; readonly differs: readonly ComparedPart[] }

function StatementRow({ statement, differs }: StatementRowProps) {
  const t = useText()
  const language = useLanguage()
  const shown = (part: ComparedPart): string => {
    if (part === 'decision')
      return statement.decision === null
        ? t('accreditation:decisionUnknown')
        : t(`accreditation:decision.${statement.decision}`)
    const day = statement[part]
    return day === null ? t('accreditation:letter.notGiven') : formatDay(day, language)
  }
  return (
    <Table.Tr>
      <Table.Td>
        <RecordLink record={{ entity: 'accreditation', id: statement.id }}>
          {t(`accreditation:source.${statement.source}`)}
        </RecordLink>
      </Table.Td>
      {parts.map((part) => (
        <Table.Td key={part}>
          {differs.includes(part) ? <strong className={classes.differs}>{shown(part)}</strong> : shown(part)}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
