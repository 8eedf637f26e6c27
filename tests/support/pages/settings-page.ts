import type { InstitutionFields } from '../../../shared/institution/institution.ts'
import { languages } from '../../../shared/kernel/record.ts'
import { type Desk, goTo, isTold, section } from './desk.ts'

/** Fills the profile of the university in and saves it. */
export async function fillProfile(desk: Desk, fields: Omit<InstitutionFields, 'website'>): Promise<void> {
  const { t } = desk
  await goTo(desk, 'settings')
  const profile = section(desk, t('institution:profile.title'))
  for (const language of languages) {
    for (const [label, texts] of [
      [t('institution:profile.names'), fields.names],
      [t('institution:profile.city'), fields.city],
    ] as const) {
      const name = `${label}: ${t(`common:language.${language}`)}`
      await profile.getByRole('textbox', { name, exact: true }).fill(texts[language])
    }
  }
  const type = (label: string, text: string) =>
    profile.getByRole('textbox', { name: label, exact: true }).fill(text)
  await type(t('institution:profile.bin'), fields.bin)
  await type(t('institution:profile.epvoId'), String(fields.epvoId))
  await type(t('institution:profile.rector'), fields.rector)
  await profile.getByRole('button', { name: t('common:action.save') }).click()
  await isTold(desk, t('common:saved'))
}
