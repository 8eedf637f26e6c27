import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import {
  criteriaOf,
  type FrameworkContent,
  type LongLocalized,
  standardsOf,
} from '../../shared/frameworks/framework.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { idSchema } from '../../shared/kernel/record.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { AnchorLink } from '../components/links.tsx'
import { FramePage } from './FramePage.tsx'
import classes from './frameworks.module.css'

const searchSchema = z.object({ before: idSchema, after: idSchema })

/** Two frameworks held against each other: what came, went and changed, with both texts. */
export function ComparePage() {
  const t = useText()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const pair = searchSchema.safeParse(search)
  return (
    <FramePage title={t('frameworks:compare.title')} hasBack>
      <div className={classes.body}>
        {pair.success ? <Comparison {...pair.data} /> : <Text mt="md">{t('frameworks:compare.hint')}</Text>}
      </div>
    </FramePage>
  )
}

function Comparison({ before, after }: z.infer<typeof searchSchema>) {
  const t = useText()
  const changes = useQuery(orpc.frameworks.compare.queryOptions({ input: { before, after } }))
  const old = useQuery(orpc.frameworks.get.queryOptions({ input: { id: before } }))
  const fresh = useQuery(orpc.frameworks.get.queryOptions({ input: { id: after } }))
  const error = changes.error ?? old.error ?? fresh.error
  if (error !== null) return <ErrorNotice error={error} />
  if (changes.data === undefined || old.data === undefined || fresh.data === undefined)
    return <div aria-busy="true" />
  const sides = { before: old.data.record, after: fresh.data.record }
  const { standards, criteria } = changes.data
  const kinds = ['added', 'removed', 'changed'] as const
  return (
    <>
      <div className={classes.sides}>
        <Side framework={sides.before} />
        <Side framework={sides.after} />
      </div>
      {kinds.map((kind) => {
        const codes = [...standards[kind], ...criteria[kind]]
        return (
          <section key={kind} aria-label={t(`frameworks:compare.${kind}`)} className={classes.section}>
            <Title order={2} size="lg">
              {t(`frameworks:compare.${kind}`)} ({codes.length})
            </Title>
            {codes.length === 0 ? <Text c="dimmed">{t('frameworks:compare.none')}</Text> : null}
            {[...new Set(codes)].map((code) => (
              <div key={code} className={classes.sides}>
                <TextOf content={sides.before.content} code={code} />
                <TextOf content={sides.after.content} code={code} />
              </div>
            ))}
          </section>
        )
      })}
    </>
  )
}

function Side({ framework }: { readonly framework: { id: string; content: FrameworkContent } }) {
  const language = useLanguage()
  const { titles, version } = framework.content
  return (
    <AnchorLink to="/frameworks/$id" params={{ id: framework.id }} fw={600}>
      {nameIn(titles, language)} · {version}
    </AnchorLink>
  )
}

/** The texts that one edition has under the code: of its standard, its criterion, or both where they share it. */
function TextOf({ content, code }: { readonly content: FrameworkContent; readonly code: string }) {
  const t = useText()
  const language = useLanguage()
  const standard = standardsOf(content).find((each) => each.code === code)
  const criterion = criteriaOf(content).find((each) => each.code === code)
  const texts: LongLocalized[] = [
    ...(standard === undefined ? [] : [standard.title, standard.statement]),
    ...(criterion === undefined ? [] : [criterion.text, criterion.guidance]),
  ]
  if (texts.length === 0)
    return (
      <Text c="dimmed" className={classes.absent}>
        {t('frameworks:compare.absent', { code })}
      </Text>
    )
  return (
    <div className={classes.text}>
      <b>{code}</b>
      {texts.map((text, index) => (
        <p key={index}>{nameIn(text, language)}</p>
      ))}
    </div>
  )
}
