import './app/page-security.ts'
import './app/layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '@mantine/tiptap/styles.layer.css'
import './app/fonts.css'
import './app/theme.css'
import './app/print.css'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { shell } from './app/client.ts'
import { connect } from './app/connection.ts'
import { speak } from './app/i18n.ts'
import { followChanges } from './app/live-updates.ts'
import { Providers } from './app/Providers.tsx'
import { createQueries } from './app/queries.ts'
import { router } from './app/routes.tsx'

async function start(): Promise<void> {
  const place = document.getElementById('root')
  if (place === null) throw new Error('index.html has no element for the page')
  connect()
  const preferences = await shell.preferences()
  await speak(preferences.language)
  const queries = createQueries()
  followChanges(queries)
  createRoot(place).render(
    <Providers preferences={preferences} queries={queries}>
      <RouterProvider router={router} />
    </Providers>,
  )
}

void start()
