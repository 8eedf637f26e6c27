import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import 'dayjs/locale/kk'
import 'dayjs/locale/ru'
import { useEffect, useMemo, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Preferences } from '../../shared/shell/shell.contract.ts'
import { i18n, speak, useText } from './i18n.ts'
import { PreferencesProvider, usePreferences } from './preferences.tsx'
import { styleNonce } from './page-security.ts'
import { readableColours, themeFor } from './theme.ts'

type ProvidersProps = {
  readonly preferences: Preferences
  readonly queries: QueryClient
  readonly children: ReactNode
}

/** Everything that screens stand on: preferences, language, look, answers of the data service, notices. */
export function Providers({ preferences, queries, children }: ProvidersProps) {
  return (
    <PreferencesProvider initial={preferences}>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <Look>{children}</Look>
        </QueryClientProvider>
      </I18nextProvider>
    </PreferencesProvider>
  )
}

function Look({ children }: { children: ReactNode }) {
  const { density, colourScheme, language } = usePreferences().preferences
  const t = useText()
  const closeLabel = t('common:action.close')
  const theme = useMemo(() => themeFor(density, closeLabel), [density, closeLabel])
  useEffect(() => void speak(language), [language])
  // What a screen remembers is a preference too: only a change of the look may draw everything anew.
  return useMemo(() => {
    // A forced scheme keeps Mantine from remembering one of its own; for `auto` it follows the system.
    const forced = colourScheme === 'auto' ? {} : { forceColorScheme: colourScheme }
    return (
      <MantineProvider
        theme={theme}
        cssVariablesResolver={readableColours}
        defaultColorScheme="auto"
        getStyleNonce={() => styleNonce}
        {...forced}
      >
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>{children}</DatesProvider>
        <Notifications position="bottom-left" limit={4} autoClose={4000} />
      </MantineProvider>
    )
  }, [theme, colourScheme, language, children])
}
