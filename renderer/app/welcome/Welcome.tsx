import { Button, Group, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconFilePlus, IconFolderOpen, IconSchool, IconWorld, type Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../i18n.ts'
import { ColourSchemeMenu, LanguageMenu } from '../frame/StatusBar.tsx'
import { RecentWorkspaces } from './RecentWorkspaces.tsx'
import { useWorkspaceFile } from './workspace-file.ts'
import classes from './welcome.module.css'

/** The first screen: make or open a workspace, or look around in a sample. */
export function Welcome() {
  const t = useText()
  const file = useWorkspaceFile()
  const [isBusy, setBusy] = useState(false)
  const start = (work: () => Promise<boolean>) => async () => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  return (
    <main className={classes.welcome} data-app-state="welcome" aria-busy={isBusy}>
      <Group justify="flex-end" gap="sm" className={classes.top}>
        <LanguageMenu />
        <ColourSchemeMenu />
      </Group>
      <Stack gap="lg" className={classes.content}>
        <div>
          <Title order={1}>{t('common:appName')}</Title>
          <Text c="dimmed" maw={640}>
            {t('workspace:welcome.what')}
          </Text>
        </div>
        <Group gap="sm">
          <Button
            leftSection={<IconFilePlus size={18} aria-hidden />}
            loading={isBusy}
            onClick={start(() => file.create(null))}
          >
            {t('workspace:welcome.create')}
          </Button>
          <Button
            variant="default"
            disabled={isBusy}
            leftSection={<IconFolderOpen size={18} aria-hidden />}
            onClick={start(file.choose)}
          >
            {t('workspace:welcome.open')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('workspace:welcome.drop')}
        </Text>
        <RecentWorkspaces open={(recent) => start(() => file.open(recent))()} />
        <section aria-labelledby="samples">
          <Title order={2} size="lg" id="samples" mb="sm">
            {t('workspace:welcome.samples')}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <Sample kind="university" icon={IconSchool} onOpen={start(() => file.create('university'))} />
            <Sample kind="national" icon={IconWorld} onOpen={start(() => file.create('national'))} />
          </SimpleGrid>
        </section>
      </Stack>
    </main>
  )
}

type SampleProps = {
  readonly kind: 'university' | 'national'
  readonly icon: Icon
  readonly onOpen: () => void
}

function Sample({ kind, icon: Icon, onOpen }: SampleProps) {
  const t = useText()
  return (
    <UnstyledButton className={classes.sample} onClick={onOpen}>
      <Icon size={28} stroke={1.4} aria-hidden />
      <div>
        <Text fw={700}>{t(`workspace:welcome.${kind}.title`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`workspace:welcome.${kind}.text`)}
        </Text>
      </div>
    </UnstyledButton>
  )
}
