"use client";

import { FileInput } from "lucide-react";
import { lazy, useState } from "react";
import { EditorHead } from "@/components/library/editor-head";
import { ExportMenu } from "@/components/library/export-menu";
import { TitleField } from "@/components/library/title-field";
import { useAutosave } from "@/components/library/use-autosave";
import { Field } from "@/components/ui/field";
import { useLazyOpen } from "@/components/ui/lazy-open";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { formats } from "./formats";
import type { Message } from "./kind";
import { longestModel, longestName } from "./limits";
import { type ChatLink, LinkPanel, useChatLink } from "./link-panel";
import { Messages } from "./messages";
import { useMessages } from "./use-messages";

const ImportDialog = lazy(async () => ({ default: (await import("@/components/library/import-dialog")).ImportDialog }));

/** `messages` is null where there are too many to come with the page. */
export type EditedChat = {
	id: string;
	name: string;
	model: string | null;
	version: number;
	messages: Message[] | null;
	link: ChatLink | null;
};
type Head = { chat: { name: string; model: string | null } };
type Values = { name: string; model: string };
type Props = { chat: EditedChat; links: number /** Of its owner's chats. */; path: string };

/** Edits a chat: its name, what answered, its messages, and what its link shows. Saves by itself. */
export function ChatEditor({ chat, links, path }: Props) {
	const [name, setName] = useState(chat.name);
	const [model, setModel] = useState(chat.model ?? "");
	const own = `${path}/${chat.id}`;
	const link = useChatLink(own, chat.link);
	const importing = useLazyOpen();
	const saving = useAutosave<Head, Values>({
		path: `${own}?messages=false`,
		item: { chat, version: chat.version },
		valuesOf: ({ chat }) => ({ name: chat.name, model: chat.model ?? "" }),
		adopt: ({ chat: other }, fields) => {
			if (fields.includes("name")) setName(other.name);
			if (fields.includes("model")) setModel(other.model ?? "");
		},
	});
	const messages = useMessages(own, chat.messages);
	const target = { kind: "chat" as const, id: chat.id, title: name.trim() || chat.name, thumbnail: null };
	return (
		<main id="content" data-kind="chat" className="mx-auto max-w-[60rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
			<EditorHead
				target={target}
				heading="Chat"
				saving={{ ...saving, state: saving.state === "saved" && messages.isWriting ? "saving" : saving.state }}
				links={links}
				cover={false}
				onShared={() => void link.load()}
				menu={<ChatMenu path={own} onImport={() => importing.setOpen(true)} />}
			>
				<div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-[minmax(0,1fr)_14rem]">
					<TitleField
						what="chat"
						label="Name"
						most={longestName}
						value={name}
						error={saving.fields.name}
						onChange={(next, save) => {
							setName(next);
							if (save) saving.save({ name: next });
						}}
					/>
					<Field
						label="Model"
						dir="auto"
						autoComplete="off"
						placeholder="Who answered, if anybody"
						maxLength={longestModel}
						value={model}
						error={saving.fields.model}
						onChange={({ target: { value } }) => {
							setModel(value);
							saving.save({ model: value });
						}}
					/>
				</div>
			</EditorHead>
			<div className="mt-5">
				<LinkPanel {...link} />
			</div>
			<Messages chat={messages} onImport={() => importing.setOpen(true)} />
			{importing.whenWanted(<ImportDialog only="chat" open={importing.open} onOpenChange={importing.setOpen} />)}
		</main>
	);
}

function ChatMenu({ path, onImport }: { path: string; onImport: () => void }) {
	return (
		<>
			<ExportMenu path={`${path}/export`} formats={formats} label="Export, hidden messages included" />
			<MenuItem onSelect={onImport}>
				<FileInput aria-hidden="true" /> Import chats
			</MenuItem>
			<MenuSeparator className="my-1.5 h-px bg-line" />
		</>
	);
}
