import { Table, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { formatPercent } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { PictureTools, usePictureView } from '../components/picture/PictureTools.tsx'
import { drawBars } from '../overview/bars-picture.ts'
import classes from '../stakeholders/stakeholders.module.css'

/** One score; null: not published, because fewer than five answered, or there is none. */
export type ScoreItem = {
  readonly key: string
  readonly label: string
  readonly score: number | null
  /** Said beside the bar, such as the number of answers. */
  readonly detail: string
}

type ScoreSectionProps = {
  readonly name: string
  readonly title: string
  readonly what: string
  readonly detailTitle: string
  readonly note: string
  readonly items: readonly ScoreItem[]
  readonly nothing: string
  readonly children?: ReactNode
}

/** Scores as bars or as a table, to be saved as a picture. */
export function ScoreSection(props: ScoreSectionProps) {
  const { name, title, what, note, items, nothing } = props
  const t = useText()
  const language = useLanguage()
  const id = useId()
  const [view, setView] = usePictureView(name)
  const written = (score: number | null) =>
    score === null ? t('surveys:hidden') : formatPercent(score, language)
  const draw = () =>
    drawBars(
      items.flatMap(({ label, score, detail }) =>
        score === null ? [] : [{ label, value: score * 100, written: `${written(score)} · ${detail}` }],
      ),
      { title, note },
    )
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <Title order={3} size="md" id={id}>
          {title}
        </Title>
        {items.length === 0 ? null : <PictureTools title={title} view={view} onView={setView} draw={draw} />}
      </div>
      {items.length === 0 ? (
        <Text c="dimmed" size="sm">
          {nothing}
        </Text>
      ) : view === 'table' ? (
        <ScoreTable {...props} what={what} written={written} />
      ) : (
        items.map(({ key, label, score, detail }) => (
          <div key={key} className={classes.bar}>
            <span>{label}</span>
            <span className={classes.track} aria-hidden>
              <span className={classes.fill} style={{ '--share': `${((score ?? 0) * 100).toFixed(1)}%` }} />
            </span>
            <span className={classes.value}>
              {written(score)}
              <Text span size="xs" c="dimmed" display="block">
                {detail}
              </Text>
            </span>
          </div>
        ))
      )}
      {props.children}
    </section>
  )
}

type ScoreTableProps = ScoreSectionProps & { readonly written: (score: number | null) => string }

function ScoreTable({ title, what, detailTitle, items, written }: ScoreTableProps) {
  const t = useText()
  return (
    <Table className={classes.numbers} aria-label={title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{what}</Table.Th>
          <Table.Th>{t('surveys:results.score')}</Table.Th>
          <Table.Th>{detailTitle}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ key, label, score, detail }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              {label}
            </Table.Th>
            <Table.Td>{written(score)}</Table.Td>
            <Table.Td>{detail}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
