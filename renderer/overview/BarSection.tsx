import { formatNumber } from '../../shared/kernel/format.ts'
import { useLanguage } from '../app/preferences.tsx'
import { PictureTools, usePictureView } from '../components/picture/PictureTools.tsx'
import { type BarItem, BarList } from './BarList.tsx'
import { BarTable } from './BarTable.tsx'
import { drawBars } from './bars-picture.ts'
import { Section } from './Section.tsx'
import { type NumberSource, useSourceInWords } from './source-words.ts'
import classes from './overview.module.css'

type BarSectionProps = {
  /** Names the section where its view is remembered. */
  readonly name: string
  readonly title: string
  /** What a bar stands for: the head of its column in the table. */
  readonly what: string
  readonly source: NumberSource
  readonly items: readonly BarItem[]
  /** Said instead when there are no bars. */
  readonly nothing?: string
  /** May be longer than its neighbours: scrolls in itself. */
  readonly isLong?: boolean
}

/** Numbers as bars or as a table, which can be saved as a picture. */
export function BarSection({ name, title, what, source, items, nothing, isLong = false }: BarSectionProps) {
  const language = useLanguage()
  const [view, setView] = usePictureView(name)
  const note = useSourceInWords(source) ?? ''
  const isEmpty = items.length === 0
  const draw = () =>
    drawBars(
      items.map(({ label, group, figure }) => ({
        label,
        ...(group === undefined ? {} : { group }),
        value: figure.value,
        written: formatNumber(figure.value, language),
      })),
      { title, note },
    )
  const content = view === 'table' ? <BarTable items={items} what={what} /> : <BarList items={items} />
  return (
    <Section
      title={title}
      source={source}
      nothing={isEmpty ? nothing : undefined}
      {...(isEmpty ? {} : { aside: <PictureTools title={title} view={view} onView={setView} draw={draw} /> })}
    >
      {isLong ? <div className={classes.longList}>{content}</div> : content}
    </Section>
  )
}
