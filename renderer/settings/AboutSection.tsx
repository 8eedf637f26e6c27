import { Button, Group, Text } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { Facts } from '../components/Facts.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** The way to the ministry's receivers, which are kept with the packages. */
export function ReceiversSection() {
  const t = useText()
  const navigate = useNavigate()
  return (
    <SettingsSection
      id="receivers"
      title={t('institution:receivers.title')}
      help={t('institution:receivers.help')}
    >
      <Group>
        <Button
          variant="default"
          leftSection={<IconBuildingBank size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/ministry' })}
        >
          {t('institution:receivers.open')}
        </Button>
      </Group>
    </SettingsSection>
  )
}

/** Which version this is and what it runs on. */
export function AboutSection() {
  const t = useText()
  const info = useQuery({ queryKey: ['shell', 'info'], queryFn: () => shell.info() }).data
  return (
    <SettingsSection id="about" title={t('institution:about.title')}>
      <Text size="sm">{t('institution:about.text')}</Text>
      {info !== undefined && (
        <Facts
          facts={[
            [t('institution:about.version'), info.version],
            [t('institution:about.electron'), info.electron],
            [t('institution:about.platform'), info.platform],
          ]}
        />
      )}
    </SettingsSection>
  )
}
