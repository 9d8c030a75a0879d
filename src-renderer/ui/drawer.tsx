import { Drawer as KitDrawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { kitTexts } from './kit.nl.ts';
import classes from './modal.module.css';
import { useFocusReturn } from './use-focus-return.ts';

/** A panel from the right that keeps the list behind it in view. */
export function Drawer({
  opened,
  onClose,
  title,
  children,
  size = 560,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly size?: number;
}) {
  useFocusReturn();
  return (
    <KitDrawer.Root
      opened={opened}
      onClose={onClose}
      size={size}
      position="right"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <KitDrawer.Overlay />
      <KitDrawer.Content>
        <div className={classes['header']}>
          <KitDrawer.Title className={classes['title'] ?? ''}>{title}</KitDrawer.Title>
          <KitDrawer.CloseButton aria-label={kitTexts.close} />
        </div>
        <KitDrawer.Body>{children}</KitDrawer.Body>
      </KitDrawer.Content>
    </KitDrawer.Root>
  );
}
