import { Badge, Text, Title } from '@mantine/core'
import { type Crosswalk, offered, type OfferedCode } from '../../shared/frameworks/crosswalk.ts'
import type {
  Criterion,
  FrameworkContent,
  FrameworkReference,
  Standard,
} from '../../shared/frameworks/framework.ts'
import type { FrameworkSummary } from '../../shared/frameworks/framework-record.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { AnchorLink } from '../components/links.tsx'
import classes from './frameworks.module.css'
import { InLanguages } from './InLanguages.tsx'

/** The other frameworks, and how this one is linked with them. */
export type Surroundings = {
  readonly isEvery: boolean
  readonly frameworks: readonly FrameworkSummary[]
  readonly crosswalks: readonly Crosswalk[]
}

type StandardTextProps = {
  readonly standard: Standard
  readonly content: FrameworkContent
  /** The code that one came here for; null: none. */
  readonly found: string | null
  readonly surroundings: Surroundings
}

/** One standard: title, statement, what other frameworks ask for the same, and its criteria. */
export function StandardText({ standard, content, found, surroundings }: StandardTextProps) {
  const language = useLanguage()
  const { isEvery } = surroundings
  return (
    <section className={classes.standard} data-code={standard.code} data-found={found === standard.code}>
      <Title order={4} size="h4">
        {standard.code} {nameIn(standard.title, language)}
      </Title>
      {isEvery ? <InLanguages text={standard.title} isEvery /> : null}
      <InLanguages text={standard.statement} isEvery={isEvery} />
      <Links from={content} code={standard.code} surroundings={surroundings} />
      {standard.criteria
        .filter(({ code }) => code !== standard.code)
        .map((criterion) => (
          <CriterionText
            key={criterion.code}
            criterion={criterion}
            isFound={found === criterion.code}
            isEvery={isEvery}
          />
        ))}
    </section>
  )
}

type CriterionTextProps = {
  readonly criterion: Criterion
  readonly isFound: boolean
  readonly isEvery: boolean
}

function CriterionText({ criterion, isFound, isEvery }: CriterionTextProps) {
  const t = useText()
  const { code, text, guidance, evidenceTypes, onlyFor, isOwn } = criterion
  return (
    <div className={classes.criterion} data-code={code} data-found={isFound}>
      <b>{code}</b>
      <InLanguages text={text} isEvery={isEvery} />
      <InLanguages text={guidance} isEvery={isEvery} className={classes.guidance} />
      <div className={classes.marks}>
        {onlyFor === null ? null : (
          <Badge variant="light" color="violet" autoContrast tt="none">
            {t('frameworks:doubleDegree')}
          </Badge>
        )}
        {isOwn ? (
          <Badge variant="light" color="teal" autoContrast tt="none">
            {t('frameworks:own')}
          </Badge>
        ) : null}
        {evidenceTypes.length === 0 ? null : (
          <Text component="span" inherit c="dimmed">
            {t('frameworks:usualEvidence')}:{' '}
            {evidenceTypes.map((type) => t(`frameworks:evidence.${type}`)).join(', ')}
          </Text>
        )}
      </div>
    </div>
  )
}

type LinksProps = {
  readonly from: FrameworkReference
  readonly code: string
  readonly surroundings: Surroundings
}

function Links({ from, code, surroundings: { crosswalks, frameworks } }: LinksProps) {
  const t = useText()
  const { code: framework, version } = from
  const offers = offered(crosswalks, { code: framework, version }, code)
  if (offers.length === 0) return null
  return (
    <details>
      <summary>{t('frameworks:links', { count: offers.length })}</summary>
      <ul className={classes.links}>
        {offers.map((offer) => (
          <li key={`${offer.framework} ${offer.version} ${offer.code}`}>
            <Offer offer={offer} frameworks={frameworks} />{' '}
            <Text component="span" inherit c="dimmed">
              ({t(`frameworks:strength.${offer.strength}`)})
            </Text>
          </li>
        ))}
      </ul>
    </details>
  )
}

type OfferProps = { readonly offer: OfferedCode; readonly frameworks: readonly FrameworkSummary[] }

/** A link to the standard where the workspace has its framework; otherwise its name only. */
function Offer({ offer, frameworks }: OfferProps) {
  const language = useLanguage()
  const found = frameworks.find(
    ({ code, version, isReplaced }) => code === offer.framework && version === offer.version && !isReplaced,
  )
  if (found === undefined) return `${offer.framework} ${offer.version} · ${offer.code}`
  return (
    <AnchorLink inherit to="/frameworks/$id" params={{ id: found.id }} search={{ code: offer.code }}>
      {nameIn(found.titles, language)} · {offer.code}
    </AnchorLink>
  )
}
