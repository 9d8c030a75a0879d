/** The few layout boxes that screens need; everything else is a CSS module. */
export { Box, Divider, Flex, Grid, Group, ScrollArea, SimpleGrid, Stack } from '@mantine/core';
