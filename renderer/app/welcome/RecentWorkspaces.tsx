import { ActionIcon, Group, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatInstant } from '../../../shared/kernel/format.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import { shell } from '../client.ts'
import { useText } from '../i18n.ts'
import { notifyRefusal } from '../notify.tsx'
import { useLanguage } from '../preferences.tsx'
import classes from './welcome.module.css'

const key = ['shell', 'recent-workspaces']

/** The workspaces that were open on this computer before, newest first. */
export function RecentWorkspaces({ open }: { open: (file: FileGrant) => Promise<void> }) {
  const t = useText()
  const language = useLanguage()
  const queries = useQueryClient()
  const recent = useQuery({ queryKey: key, queryFn: () => shell.recentWorkspaces(), gcTime: 0 })
  if (recent.data === undefined || recent.data.length === 0) return null
  const forget = async (file: FileGrant) => {
    await shell.forgetWorkspace({ file }).catch(notifyRefusal)
    await queries.invalidateQueries({ queryKey: key })
  }
  return (
    <section aria-labelledby="recent">
      <Title order={2} size="lg" id="recent" mb="sm">
        {t('workspace:welcome.recent')}
      </Title>
      <ul className={classes.recent}>
        {recent.data.map(({ file, folder, openedAt }) => (
          <li key={file.grant}>
            <UnstyledButton className={classes.recentFile} onClick={() => void open(file)}>
              <Text fw={700} truncate>
                {file.name.replace(/\.qosdiplom$/i, '')}
              </Text>
              <Group gap="md" wrap="nowrap">
                <Text size="sm" c="dimmed" truncate title={folder} flex={1}>
                  {folder}
                </Text>
                <Text size="sm" c="dimmed" className="qos-figures">
                  {formatInstant(openedAt, language)}
                </Text>
              </Group>
            </UnstyledButton>
            <Tooltip label={t('workspace:welcome.forget')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${t('workspace:welcome.forget')}: ${file.name}`}
                onClick={() => void forget(file)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
    </section>
  )
}
