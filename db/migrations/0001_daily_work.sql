CREATE TABLE `case_step` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`recipient_id` integer,
	`step` text NOT NULL,
	`outcome` text DEFAULT 'done' NOT NULL,
	`day` text NOT NULL,
	`time` text,
	`helper_id` integer,
	`by` text,
	`how` text,
	`to_whom` text,
	`note` text,
	`entered_at` text NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_step_record` ON `case_step` (`record_id`);--> statement-breakpoint
CREATE INDEX `case_step_recipient` ON `case_step` (`recipient_id`,`day`) WHERE recipient_id is not null;--> statement-breakpoint
CREATE TABLE `need` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`state` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`due_on` text,
	`helper_id` integer,
	`responsible` text,
	`import_id` integer,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`urgency` text DEFAULT 'normal' NOT NULL,
	`source` text NOT NULL,
	`contact_id` integer,
	`level` text DEFAULT 'village' NOT NULL,
	`cost` real,
	`result` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `need_recipient` ON `need` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `need_opened` ON `need` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `need_due` ON `need` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `need_state` ON `need` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
ALTER TABLE `import_batch` ADD `staged_id` text;--> statement-breakpoint
ALTER TABLE `attachment` ADD `entity` text DEFAULT 'recipient' NOT NULL;--> statement-breakpoint
ALTER TABLE `attachment` ADD `record_id` integer;--> statement-breakpoint
ALTER TABLE `attachment` ADD `day` text;--> statement-breakpoint
ALTER TABLE `attachment` ADD `note` text;--> statement-breakpoint
CREATE INDEX `attachment_record` ON `attachment` (`record_id`);