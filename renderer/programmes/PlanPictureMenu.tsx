import type { StudyPlan } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { PictureMenu } from '../components/picture/PictureMenu.tsx'
import { hostTotals, sumCredits } from './plan-edit.ts'
import { planInWords, planNotation } from './plan-format.ts'
import { type PlanHost, hostAt } from './plan-hosts.ts'
import { drawPlan } from './plan-picture.ts'
import { sumsInWords } from './plan-words.ts'

type PlanPictureMenuProps = {
  readonly programme: string
  readonly plan: StudyPlan
  readonly hosts: readonly PlanHost[]
}

/** Saves or copies the plan of study as a picture. */
export function PlanPictureMenu({ programme, plan, hosts }: PlanPictureMenuProps) {
  const t = useText()
  const language = useLanguage()

  function draw() {
    const totals = hostTotals(
      plan,
      hosts.map(({ id }) => id),
    )
    const unknownHost = t('programmes:plan.unknownHost')
    const semesters = plan.map(({ partnerId, credits }, index) =>
      t('programmes:plan.cell', {
        number: index + 1,
        host: hostAt(hosts, partnerId, unknownHost).name,
        credits:
          credits === null
            ? t('programmes:plan.withoutCredits')
            : t('programmes:plan.credits', { count: credits }),
      }),
    )
    const whole = [
      [planNotation(plan), planInWords(plan, language)].filter((part) => part !== '').join(' – '),
      `${t('programmes:plan.total')}: ${t('programmes:plan.semesters', { count: plan.length })}, ${t('programmes:plan.credits', { count: sumCredits(plan) })}`,
    ]
    return drawPlan(plan, hosts, {
      title: programme,
      description: semesters.join('; '),
      note: whole.filter((part) => part !== '').join('. '),
      unknownHost,
      year: (number) => t('programmes:plan.year', { number }),
      sums: (host) =>
        sumsInWords(
          t,
          totals.find((total) => total.host === host.id),
        ),
    })
  }

  return <PictureMenu title={programme} draw={draw} />
}
