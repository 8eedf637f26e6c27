import { Input, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { languages } from '../../shared/kernel/record.ts'
import { colourSchemeSchema, preferencesSchema } from '../../shared/shell/shell.contract.ts'
import { useText } from '../app/i18n.ts'
import { usePreferences } from '../app/preferences.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Language, theme and height of rows; every choice is seen at once. */
export function LookSection() {
  const t = useText()
  const { preferences, update } = usePreferences()
  return (
    <SettingsSection id="look" title={t('institution:look.title')} help={t('institution:look.help')}>
      <Choice label={t('common:language.label')}>
        <SegmentedControl
          value={preferences.language}
          data={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          onChange={(language) => update({ language })}
          aria-label={t('common:language.label')}
        />
      </Choice>
      <Choice label={t('common:colourScheme.label')}>
        <SegmentedControl
          value={preferences.colourScheme}
          data={colourSchemeSchema.options.map((value) => ({
            value,
            label: t(`common:colourScheme.${value}`),
          }))}
          onChange={(colourScheme) => update({ colourScheme })}
          aria-label={t('common:colourScheme.label')}
        />
      </Choice>
      <Choice label={t('institution:look.density')}>
        <SegmentedControl
          value={preferences.density}
          data={preferencesSchema.shape.density.options.map((value) => ({
            value,
            label: t(`institution:look.densities.${value}`),
          }))}
          onChange={(density) => update({ density })}
          aria-label={t('institution:look.density')}
        />
      </Choice>
    </SettingsSection>
  )
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <div>{children}</div>
    </Input.Wrapper>
  )
}
