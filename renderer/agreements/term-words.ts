import type { AgreementStatus, Term } from '../../shared/agreements/agreement.ts'
import { inForceFrom, statusDetails, type TermFields } from '../../shared/agreements/terms.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { formatDay } from '../../shared/kernel/format.ts'
import type { Language } from '../../shared/kernel/record.ts'
import type { Translate } from '../../shared/locales/i18n.ts'

/** "41 days left", "12 days ago"; empty: no end. */
export function daysInWords(t: Translate, daysLeft: number | null): string {
  if (daysLeft === null) return ''
  if (daysLeft === 0) return t('agreements:days.today')
  return daysLeft > 0
    ? t('agreements:days.left', { count: daysLeft })
    : t('agreements:days.past', { count: -daysLeft })
}

/** The same for a column whose title says that days are left: "41 days", "12 days ago". */
export function daysInColumn(t: Translate, daysLeft: number | null): string {
  if (daysLeft === null) return ''
  if (daysLeft === 0) return t('agreements:days.todayShort')
  return daysLeft > 0 ? t('agreements:days.inColumn', { count: daysLeft }) : daysInWords(t, daysLeft)
}

/** A term in a few words: "until a fixed day", "perpetual", "renewed every 5 years". */
export function termInWords(t: Translate, term: Term | null): string {
  if (term === null) return t('agreements:term.none')
  if (term.kind === 'auto_renewed') return t('agreements:term.renewedEvery', { count: term.everyYears })
  return t(`agreements:term.${term.kind}`)
}

/** The reason beside the status: when the term ends and how long that is, and when notice is due. */
export function statusInWords(t: Translate, fields: TermFields, on: Day, language: Language): string {
  const { status, endsOn, daysLeft, noticeBy } = statusDetails(fields, on)
  const left = daysInWords(t, daysLeft)
  const start = inForceFrom(fields)
  const sentences: string[] = []
  if (status === 'upcoming' && start !== null)
    sentences.push(t('agreements:hint.starts', { day: formatDay(start, language) }))
  if (endsOn !== null)
    sentences.push(endInWords(t, status, fields.term, { day: formatDay(endsOn, language), left }))
  else if (status !== 'draft' && status !== 'terminated') sentences.push(endlessInWords(t, fields.term))
  if (noticeBy !== null) {
    const day = formatDay(noticeBy, language)
    sentences.push(
      on > noticeBy ? t('agreements:hint.noticePassed', { day }) : t('agreements:hint.notice', { day }),
    )
  }
  return sentences.join(' ')
}

function endInWords(
  t: Translate,
  status: AgreementStatus,
  term: Term | null,
  words: { day: string; left: string },
): string {
  if (status === 'terminated') return t('agreements:hint.terminated', words)
  if (status === 'lapsed') return t('agreements:hint.lapsed', words)
  return term?.kind === 'auto_renewed'
    ? t('agreements:hint.renews', words)
    : t('agreements:hint.lapses', words)
}

function endlessInWords(t: Translate, term: Term | null): string {
  return term?.kind === 'perpetual' ? t('agreements:hint.perpetual') : t('agreements:hint.noTerm')
}
