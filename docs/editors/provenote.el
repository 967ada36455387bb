;;; provenote.el --- Provenote's language server in Emacs  -*- lexical-binding: t -*-

;; Emacs 28 or later, with Eglot or lsp-mode.  See emacs.md beside this file.

;;; Code:

(require 'markdown-mode)
(require 'yaml-mode)
(require 'project)

(declare-function eglot-current-server "eglot")
(declare-function eglot--TextDocumentPositionParams "eglot")
(declare-function eglot--format-markup "eglot")
(declare-function eglot-completion-at-point "eglot")
(declare-function jsonrpc-request "jsonrpc")
(declare-function lsp-activate-on "lsp-mode")
(declare-function lsp-register-client "lsp-mode")
(declare-function lsp-register-custom-settings "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)

(defgroup provenote nil "Analytic briefs in which every claim shows its source." :group 'text)

(defcustom provenote-server '("provenote-language-server" "--stdio")
  "The server's program and its arguments."
  :type '(repeat string))

;; Two modes tell our files from other Markdown and YAML.

(define-derived-mode provenote-mode markdown-mode "Provenote" "Notes, sources and dossiers.")
(define-derived-mode provenote-record-mode yaml-mode "Provenote record" "Records of actors and sources.")
(dolist (own '(("\\.\\(note\\|source\\|actor\\)\\.md\\'" . provenote-mode)
               ("[/.]\\(actors\\|sources\\)\\.yaml\\'" . provenote-record-mode)
               ("/provenote\\.yaml\\'" . provenote-record-mode)))
  (add-to-list 'auto-mode-alist own))

;; Before Emacs 30 this key asks a list of English words in every text.
(dolist (map (list provenote-mode-map provenote-record-mode-map))
  (define-key map (kbd "C-M-i") #'completion-at-point))

(defun provenote-project (folder)
  "A folder with provenote.yaml is a project, in a repository or not."
  (let ((root (locate-dominating-file folder "provenote.yaml")))
    (and root (cons 'transient (expand-file-name root)))))

(add-hook 'project-find-functions #'provenote-project)

;; Eglot.

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons '(provenote-mode provenote-record-mode) (lambda (&rest _) provenote-server)))
  (add-hook 'eglot-managed-mode-hook #'provenote-complete-with-eglot))

(defun provenote-complete-with-eglot ()
  "Eglot compares what is typed with names alone; the server also knows keys, aliases and letters without their accents."
  (when (derived-mode-p 'provenote-mode 'provenote-record-mode)
    (remove-hook 'completion-at-point-functions #'eglot-completion-at-point t)
    (add-hook 'completion-at-point-functions #'provenote-completion-at-point nil t)))

(defun provenote-completion-at-point ()
  "What may be written at point, from where the server says that it begins."
  (let* ((server (eglot-current-server))
         (items (and server (provenote--items server))))
    (when items
      (let* ((start (provenote--start (car items)))
             (buffer (current-buffer))
             (known (provenote--words items))
             (asked (buffer-substring-no-properties start (point)))
             (item (lambda (word) (get-text-property 0 'provenote (or (car (member word known)) word)))))
        (list
         start (point)
         (lambda (typed _ action)
           (pcase action
             ('metadata '(metadata (category . provenote) (display-sort-function . identity)
                                   (cycle-sort-function . identity)))
             (`(boundaries . ,_) nil)
             (_
              ;; Which of them fit is for the server to say, anew after each letter.
              (when (and (not (equal typed asked)) (eq (current-buffer) buffer)
                         (equal typed (buffer-substring-no-properties start (point))))
                (setq asked typed
                      known (provenote--words (provenote--items server))))
              (let ((fitting (if (equal typed asked) known (all-completions typed known))))
                (pcase action
                  ('t fitting)
                  ('lambda (and (member typed fitting) t))
                  (_ (try-completion "" fitting)))))))
         :annotation-function
         (lambda (word)
           (let* ((own (funcall item word))
                  (detail (string-remove-prefix (concat word " · ") (or (plist-get own :detail) "")))
                  (label (plist-get own :label)))
             (concat "  " (string-join (delete word (delete "" (list label detail))) " · "))))
         :company-doc-buffer
         (lambda (word)
           (let ((card (plist-get (jsonrpc-request server :completionItem/resolve (funcall item word)) :documentation)))
             (when card
               (with-current-buffer (get-buffer-create " *provenote card*")
                 (erase-buffer)
                 (insert (eglot--format-markup card))
                 (current-buffer))))))))))

(defun provenote--items (server)
  "What SERVER would write at point."
  (let ((found (jsonrpc-request server :textDocument/completion (eglot--TextDocumentPositionParams)
                                :deferred :textDocument/completion)))
    (append (if (vectorp found) found (plist-get found :items)) nil)))

(defun provenote--words (items)
  "The texts that ITEMS insert, each with its item."
  (mapcar (lambda (item) (propertize (plist-get (plist-get item :textEdit) :newText) 'provenote item)) items))

(defun provenote--start (item)
  "Where the text begins that ITEM replaces, on point's line; the server counts in UTF-16."
  (let* ((edit (plist-get item :textEdit))
         (units (plist-get (plist-get (or (plist-get edit :range) (plist-get edit :insert)) :start) :character))
         (position (line-beginning-position)))
    (while (> units 0)
      (setq units (- units (if (> (char-after position) #xffff) 2 1))
            position (1+ position)))
    position))

;; A style that leaves to the server what fits: one word is put in, of several none.

(defun provenote--try (typed table only point)
  "Complete TYPED by TABLE if ONLY one word fits, else leave it and POINT as they are."
  (let ((words (all-completions typed table only)))
    (cond ((null words) nil)
          ((cdr words) (cons typed point))
          ((equal (car words) typed) t)
          (t (cons (car words) (length (car words)))))))

(defun provenote--all (typed table only _point)
  "All that TABLE holds for TYPED and ONLY."
  (funcall table typed only t))

(add-to-list 'completion-styles-alist '(provenote provenote--try provenote--all "What the server says that fits."))
(add-to-list 'completion-category-defaults '(provenote (styles provenote)))

;; lsp-mode.

(defvar provenote-profile nil "The profile where provenote.yaml names none; for lsp-mode.")

(with-eval-after-load 'lsp-mode
  (dolist (mode '(provenote-mode provenote-record-mode))
    (add-to-list 'lsp-language-id-configuration (cons mode "provenote")))
  ;; A setting's name is its path in provenote.schema.json.
  (lsp-register-custom-settings '(("provenote.profile" provenote-profile)))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () provenote-server))
                    :activation-fn (lsp-activate-on "provenote")
                    :server-id 'provenote)))

(provide 'provenote)
;;; provenote.el ends here
