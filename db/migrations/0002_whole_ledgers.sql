CREATE TABLE `office_template` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`form` text NOT NULL,
	`name` text NOT NULL,
	`version_id` integer,
	`in_force` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `office_template_in_force` ON `office_template` (`form`) WHERE in_force = 1 and voided_at is null and form not like 'own%';--> statement-breakpoint
CREATE TABLE `template_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`template_id` integer NOT NULL,
	`number` integer NOT NULL,
	`file_name` text NOT NULL,
	`size` integer NOT NULL,
	`storage_name` text NOT NULL,
	`copied_from` text,
	`note` text,
	`problems` text NOT NULL,
	FOREIGN KEY (`template_id`) REFERENCES `office_template`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `template_version_template` ON `template_version` (`template_id`,`number`);