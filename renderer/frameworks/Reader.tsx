import { SegmentedControl, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { isCrosswalk } from '../../shared/frameworks/supplement.ts'
import { type FrameworkContent, standardsOf } from '../../shared/frameworks/framework.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import classes from './frameworks.module.css'
import { InLanguages } from './InLanguages.tsx'
import { matching } from './matching.ts'
import { StandardText, type Surroundings } from './StandardText.tsx'

/** The code that a link of another framework leads to. */
const searchSchema = z.object({ code: z.string().optional().catch(undefined) })

type ReaderProps = { readonly content: FrameworkContent; readonly text: string }

/** The framework to be read: outline at the left, parts with their standards and criteria at the right. */
export function Reader({ content, text }: ReaderProps) {
  const t = useText()
  const language = useLanguage()
  const [shown, setShown] = useState<'one' | 'all'>('one')
  const surroundings = useSurroundings(shown === 'all')
  const page = useRef<HTMLDivElement>(null)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const { code } = searchSchema.parse(search)
  useEffect(() => {
    if (code !== undefined) bringIntoView(page.current, code)
  }, [code])
  const found = useMemo(() => matching(content, text), [content, text])
  return (
    <div className={classes.reader}>
      <nav className={classes.outline} aria-label={t('frameworks:outline')}>
        <ul>
          {standardsOf(found).map((standard) => (
            <li key={standard.code}>
              <button type="button" onClick={() => bringIntoView(page.current, standard.code)}>
                <b>{standard.code}</b> {nameIn(standard.title, language)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {/* Focusable, because it scrolls and a keyboard must be able to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <div ref={page} className={classes.page} tabIndex={0} role="region" aria-label={t('frameworks:texts')}>
        <article className={classes.article}>
          <SegmentedControl
            className="qos-no-print"
            aria-label={t('common:language.label')}
            value={shown}
            data={[
              { value: 'one', label: t(`common:language.${language}`) },
              { value: 'all', label: t('frameworks:allLanguages') },
            ]}
            onChange={(value) => setShown(value === 'all' ? 'all' : 'one')}
          />
          <Title order={2} mt="sm">
            {nameIn(content.titles, language)}
          </Title>
          <About content={content} />
          {found.parts.length === 0 ? (
            <EmptyState title={t('common:empty.filtered.title')} text={t('common:empty.filtered.text')} />
          ) : null}
          {found.parts.map((part) => (
            <section key={part.code}>
              <Title order={3} size="h3" mt="md">
                {t('frameworks:part', { code: part.code })}
              </Title>
              <InLanguages text={part.title} isEvery={shown === 'all'} />
              {part.standards.map((standard) => (
                <StandardText
                  key={standard.code}
                  standard={standard}
                  content={content}
                  found={code ?? null}
                  surroundings={surroundings}
                />
              ))}
            </section>
          ))}
        </article>
      </div>
    </div>
  )
}

/** What the texts of one framework need of the others. */
function useSurroundings(isEvery: boolean): Surroundings {
  const supplements = useQuery(orpc.frameworks.supplements.queryOptions())
  const list = useQuery(orpc.frameworks.list.queryOptions())
  return useMemo(
    () => ({
      isEvery,
      frameworks: list.data ?? [],
      crosswalks: (supplements.data ?? []).map((row) => row.content).filter(isCrosswalk),
    }),
    [isEvery, list.data, supplements.data],
  )
}

function bringIntoView(page: HTMLElement | null, code: string): void {
  page?.querySelector(`[data-code="${CSS.escape(code)}"]`)?.scrollIntoView({ block: 'start' })
}

/** Whose texts these are, under which terms, and where the original stands. */
function About({ content }: { readonly content: FrameworkContent }) {
  const t = useText()
  const language = useLanguage()
  const facts = [
    ['frameworks:field.publisher', nameIn(content.publisher, language)],
    ['frameworks:field.licence', nameIn(content.licence, language)],
    ['frameworks:field.source', content.source],
    [
      'frameworks:field.supersedes',
      content.supersedes === null ? '' : `${content.supersedes.code} ${content.supersedes.version}`,
    ],
  ] as const
  return (
    <dl className={classes.about}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>
              <Text size="sm" component="span">
                {t(label)}
              </Text>
            </dt>
            <dd>
              <Text size="sm" component="span">
                {value}
              </Text>
            </dd>
          </div>
        ))}
    </dl>
  )
}
