;;; tests.el --- What a user does, typed as keys into a real Emacs  -*- lexical-binding: t -*-

;; See run.mjs, which starts it in a copy of the sample.  Nothing here sleeps: what is waited for is asked after each message.

(require 'cl-lib)
(require 'json)
(require 'flymake)
(require 'imenu)

(setq make-backup-files nil auto-save-default nil create-lockfiles nil eglot-autoshutdown nil native-comp-deferred-compilation nil)

(defvar tests nil "Each a title and a function, the last one first.")

(defmacro test (title &rest body)
  (declare (indent 1))
  `(push (list ,title (lambda () ,@body)) tests))

(defun wait (what holds)
  "Read messages until HOLDS says something, and return it; an error says WHAT was waited for."
  (let ((deadline (+ (float-time) 30)) value)
    (while (not (setq value (funcall holds)))
      (when (> (float-time) deadline)
        (error "Waited in vain: %s\nThe line is: %s" what (thing-at-point 'line t)))
      (accept-process-output nil 0.02))
    value))

(defun equal-or-fail (found wanted)
  (unless (equal found wanted) (error "Found:\n%S\nWanted:\n%S" found wanted)))

(defun feed (keys)
  "Type KEYS, with all that Emacs does after a command."
  (execute-kbd-macro (kbd keys)))

(defun open (file)
  "Show FILE as it is on the disk, once the server has it."
  (find-file (expand-file-name file example))
  (revert-buffer t t)
  (goto-char (point-min))
  (feed "C-f C-b")
  (wait "the server" #'eglot-managed-p))

(defun go (words)
  "Put point on the first letter of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun line () (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun utf-16 (text) (/ (length (encode-coding-string text 'utf-16le)) 2))

(defun findings ()
  "Line, place in UTF-16 and message of all that is underlined, sorted."
  (sort
   (mapcar (lambda (own)
             (save-excursion
               (goto-char (flymake-diagnostic-beg own))
               (list (line-number-at-pos)
                     (utf-16 (buffer-substring-no-properties (line-beginning-position) (point)))
                     (flymake-diagnostic-text own))))
           (flymake-diagnostics))
   (lambda (a b) (string< (format "%06d %06d %s" (car a) (cadr a) (caddr a)) (format "%06d %06d %s" (car b) (cadr b) (caddr b))))))

(defun reported (file)
  "How many findings the command line tells of FILE, and each with line and place."
  (let ((all (alist-get 'findings (json-read-file (getenv "PROVENOTE_FINDINGS")))))
    (cl-loop for own across all
             when (equal (alist-get 'path own) file)
             collect (let ((start (alist-get 'start (alist-get 'range own))))
                       (list (1+ (alist-get 'line start)) (alist-get 'character start)
                             (alist-get 'rule own) (alist-get 'message own))))))

(defun checked ()
  (wait "findings" #'findings))

(defun tell ()
  "Have the server told what has changed.  Eglot does that when nobody types, but without a screen nobody ever rests."
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer (when (and buffer-file-name (eglot-managed-p)) (eglot--signal-textDocument/didChange)))))

(defun card ()
  "The card of what is at point, as the buffer shows it that C-h . opens."
  (dolist (buffer (buffer-list))
    (when (string-match-p "eldoc" (buffer-name buffer)) (kill-buffer buffer)))
  (eldoc-print-current-symbol-info t)
  (let ((shown (wait "a card" (lambda ()
                                (cl-find-if (lambda (buffer)
                                              (and (string-match-p "eldoc" (buffer-name buffer))
                                                   (> (buffer-size buffer) 0)))
                                            (buffer-list))))))
    ;; Without a screen Emacs does not hide the marks of Markdown.
    (with-current-buffer shown (string-replace "**" "" (buffer-substring-no-properties (point-min) (point-max))))))

(defun complete (typed wanted)
  "Type TYPED on a new line at the end of the brief and complete it: the line is WANTED then."
  (open "brief.note.md")
  (goto-char (point-max))
  (insert "\n" typed)
  (feed "C-M-i")
  (equal-or-fail (line) wanted))

(test "shows the findings of the command line"
  (open "draft.note.md")
  (let ((wanted (reported "draft.note.md")))
    (wait "as many findings" (lambda () (= (length (findings)) (length wanted))))
    (cl-loop for (line character text) in (findings)
             for (wanted-line wanted-character rule message) in wanted
             do (equal-or-fail (list line character) (list wanted-line wanted-character))
             (dolist (part (list rule message))
               (unless (string-match-p (regexp-quote part) text) (error "“%s” does not hold “%s”" text part))))))

(test "completes a mention by key"
  (complete "Then @meh" "Then @mehra"))

(test "completes a mention by name, behind letters of more bytes than one"
  (complete "“𝄞é” and @sunniva" "“𝄞é” and @mehra"))

(test "completes a source in a citation"
  (complete "It fell [^port-s" "It fell [^port-stats]"))

(test "lists every actor after the sign alone, with their names"
  (complete "@" "@")
  (let ((shown (with-current-buffer "*Completions*" (buffer-substring-no-properties (point-min) (point-max)))))
    (dolist (own '("@mehra  Sunniva Mehra · Person" "@karsa-line  Karsa Line · Company"))
      (unless (string-match-p (regexp-quote own) shown) (error "Not listed: %s\n%s" own shown)))))

(test "asks anew as more of a name is typed"
  (open "brief.note.md")
  (goto-char (point-max))
  (insert "\n@")
  (let* ((found (provenote-completion-at-point))
         (table (nth 2 found))
         (style (lambda (typed) (all-completions typed table))))
    (unless (> (length (funcall style "@")) 20) (error "Too few: %S" (funcall style "@")))
    (insert "sunn")
    (equal-or-fail (mapcar #'substring-no-properties (funcall style "@sunn")) '("@mehra"))))

(test "shows the card of an actor"
  (open "draft.note.md")
  (checked)
  (go "@anstey")
  (let ((card (card)))
    (dolist (own '("Teodor Anstey · Person" "A former purser of the Karsa Maid." "In their own words"))
      (unless (string-match-p (regexp-quote own) card) (error "Not in the card: %s\n%s" own card)))))

(test "shows what a quotation is in its source"
  (open "draft.note.md")
  (checked)
  (go "will sign a date")
  (unless (string-match-p "The source says it differently: We will .*not.* sign a date" (card)) (error "The card is:\n%s" (card))))

(test "leads from a citation to its source, and back"
  (open "draft.note.md")
  (go "[^port-stats")
  (feed "C-f C-f M-.")
  (equal-or-fail (file-name-nondirectory buffer-file-name) "port-stats.source.md")
  (feed "M-,")
  (equal-or-fail (file-name-nondirectory buffer-file-name) "draft.note.md"))

(test "lists references of all folders"
  (open "draft.note.md")
  (go "@karsa-line")
  (feed "M-?")
  (let ((shown (with-current-buffer "*xref*" (buffer-substring-no-properties (point-min) (point-max)))))
    (dolist (own '("actors.yaml" "brief.note.md" "draft.note.md" "linesmen.note.md" "sources/karsa-post.source.md"))
      (unless (string-match-p (concat "^\\(.*/example/\\)?" (regexp-quote own) "$") shown) (error "Not listed: %s\n%s" own shown)))))

(test "renames an actor in all files"
  (open "draft.note.md")
  (let ((findings (checked)))
    (go "@karsa-line")
    (feed "M-x eglot-rename RET ferry-line RET y")
    (equal-or-fail (car (split-string (line))) "@ferry-line")
    (dolist (name '("actors.yaml" "brief.note.md" "linesmen.note.md" "sources/karsa-post.source.md"))
      (with-current-buffer (find-file-noselect (expand-file-name name example))
        (goto-char (point-min))
        (search-forward "ferry-line")
        (goto-char (point-min))
        (when (search-forward-regexp "\\(@\\|^\\|: \\)karsa-line\\b" nil t) (error "%s still has it: %s" name (line)))))
    ;; The server has understood it: it knows the new key, and nothing is wrong that was not before.
    (tell)
    (unless (string-match-p "Karsa Line" (card)) (error "The card is: %s" (card)))
    (wait "the same findings" (lambda () (equal (mapcar #'cddr (findings)) (mapcar #'cddr findings))))
    (dolist (buffer (buffer-list))
      (with-current-buffer buffer (when (and buffer-file-name (buffer-modified-p)) (revert-buffer t t))))))

(test "fixes what is found"
  (open "draft.note.md")
  (let ((wanted (1- (length (reported "draft.note.md")))))
    (wait "the findings" (lambda () (= (length (findings)) (1+ wanted))))
    (go "harbor-weekly")
    (feed "M-x eglot-code-actions RET Change SPC to SPC harbour-weekly TAB RET")
    (unless (string-match-p "\\[\\^harbour-weekly\\]" (line)) (error "The line is: %s" (line)))
    (tell)
    (wait "one finding less" (lambda () (= (length (findings)) wanted)))))

(test "serves all folders under provenote.yaml with one server"
  (open "draft.note.md")
  (let ((server (eglot-current-server)))
    (open "sources/port-stats.source.md")
    (unless (eq (eglot-current-server) server) (error "Another server"))))

(test "shows an outline, and symbols of the workspace"
  (open "brief.note.md")
  (unless (imenu--make-index-alist t) (error "No outline"))
  (feed "C-M-. anstey RET")
  (with-current-buffer "*xref*"
    (goto-char (point-min))
    (search-forward "actors.yaml")))

(test "takes settings"
  (let ((folder (file-name-as-directory (make-temp-file "provenote-" t))))
    (with-temp-file (concat folder "own.note.md") (insert "Judgement: It may well rain. {#r by=2031-05-01}\n"))
    (setq example folder)
    (open "own.note.md")
    (unless (string-match-p "in a term of ICD 203" (format "%S" (checked))) (error "The findings are: %S" (findings)))))

(defvar example default-directory)

(let ((results
       (mapcar (lambda (own)
                 (let ((problem (condition-case problem (progn (funcall (cadr own)) nil)
                                  ((error quit) (error-message-string problem)))))
                   (append `((title . ,(car own))) (and problem `((error . ,problem))))))
               (reverse tests))))
  (with-temp-file (getenv "PROVENOTE_RESULTS") (insert (json-encode (vconcat results)))))
(setq kill-emacs-hook nil)
(kill-emacs)
